import type { Deployment } from '../../infra/policies/authenticated-role.ts';
import type { PolicyDocument, PolicyStatement } from '../../infra/policies/policy-document.ts';

/*
 * The policies that the serverless notes tutorial had people put on the authenticated role, in two of its eras. They are still on the
 * roles of backends deployed then. Both allow every S3 action on keys, but none on the bucket.
 */

/** 2017: keys that begin with the identity id, whatever follows (`ID-name`, `ID/name`). */
export const tutorialPolicy2017 = (deployment: Deployment): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    COGNITO,
    allow('s3:*', `arn:aws:s3:::${deployment.bucket}/\${cognito-identity.amazonaws.com:sub}*`),
    allow('execute-api:Invoke', `${api(deployment)}/*`),
  ],
});

/** Since March 2018: keys under `private/ID/`, where Amplify's storage puts them. */
export const tutorialPolicy2018 = (deployment: Deployment): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    COGNITO,
    allow('s3:*', `arn:aws:s3:::${deployment.bucket}/private/\${cognito-identity.amazonaws.com:sub}/*`),
    allow('execute-api:Invoke', `${api(deployment)}/*/*/*`),
  ],
});

/** Of people who began in 2017 and moved on: the policy of 2018, and the keys of before. */
export const tutorialPolicyBoth = (deployment: Deployment): PolicyDocument => {
  const { Statement, ...policy } = tutorialPolicy2018(deployment);
  return { ...policy, Statement: [...Statement, ...tutorialPolicy2017(deployment).Statement.slice(1, 2)] };
};

const COGNITO: PolicyStatement = {
  Effect: 'Allow',
  Action: ['mobileanalytics:PutEvents', 'cognito-sync:*', 'cognito-identity:*'],
  Resource: ['*'],
};

const allow = (action: string, resource: string): PolicyStatement => ({
  Effect: 'Allow',
  Action: [action],
  Resource: [resource],
});

/** The tutorial left the account open (`execute-api:REGION:*:API_ID`). */
const api = ({ region, apiId }: Deployment) => `arn:aws:execute-api:${region}:*:${apiId}`;
