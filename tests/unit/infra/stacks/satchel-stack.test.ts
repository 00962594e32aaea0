import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { deployed, stackOf } from './synthesised.ts';

const everything = {
  passkeys: true,
  versionedUploads: true,
  listing: true,
  alarmEmail: 'ann@example.com',
  budgetUsd: 5,
  siteDomain: 'notes.example.com',
  siteCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
  identityProviders: { google: { clientId: '1', secretName: 'satchel/google' } },
};

const plain = stackOf();
const full = stackOf(everything);
// The first template of a process takes seconds, which are no test's own.
const usual = deployed(plain);
const whole = deployed(full);

describe('the stack', () => {
  it.each([
    ['with its defaults', plain],
    ['with everything', full],
  ])('%s has no finding of AwsSolutions that nobody has explained', (_name, stack) => {
    const { violations } = new AwsSolutionsChecks().validateScope(stack);
    expect(violations.map(({ ruleName, violatingResources }) => ({ ruleName, violatingResources }))).toEqual([]);
  });

  it('would have findings with a bucket that is open to all', () => {
    const faulty = stackOf();
    new Bucket(faulty, 'Open', { publicReadAccess: true, blockPublicAccess: BlockPublicAccess.BLOCK_ACLS_ONLY });
    const { violations } = new AwsSolutionsChecks().validateScope(faulty);
    const rules = violations.map(({ ruleName }) => ruleName);
    expect(rules).toEqual(expect.arrayContaining([expect.stringContaining('S1'), expect.stringContaining('S10')]));
  });

  it('names what a deployment needs, and nothing else', () => {
    expect(Object.keys(usual.outputs)).toEqual([
      'SiteAddress',
      'SiteBucketName',
      'DistributionId',
      'Region',
      'ApiUrl',
      'UploadsBucketName',
      'UserPoolId',
      'UserPoolClientId',
      'SignUp',
      'IdentityPoolId',
    ]);
  });

  it('watches the function and the API, and writes to nobody who has not asked', () => {
    const metrics = usual.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.MetricName);
    expect(metrics).toEqual(['Errors', 'Throttles', '5XXError']);
    expect([...usual.all('AWS::SNS::Topic'), ...usual.all('AWS::Budgets::Budget')]).toEqual([]);
  });

  it('sends mail about alarms and money where there is an address', () => {
    for (const { Properties } of whole.all('AWS::CloudWatch::Alarm')) expect(Properties.AlarmActions).toHaveLength(1);
    expect(whole.only('AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'ann@example.com',
    });
    expect(whole.only('AWS::SNS::TopicPolicy').Properties.PolicyDocument).toMatchObject({
      Statement: [
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Action: 'sns:Publish' },
      ],
    });
    expect(whole.only('AWS::Budgets::Budget').Properties).toMatchObject({
      Budget: { BudgetLimit: { Amount: 5, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: [{ Subscribers: [{ Address: 'ann@example.com' }] }, {}],
    });
  });
});
