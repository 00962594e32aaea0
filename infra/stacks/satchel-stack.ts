import { Aws, CfnOutput, Fn, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../deployment-settings.ts';
import { Identities } from './identities.ts';
import { NotesFunction, type NotesFunctionCode } from './notes-function.ts';
import { NotesRestApi } from './notes-rest-api.ts';
import { NotesTable } from './notes-table.ts';
import { Site } from './site.ts';
import { Uploads } from './uploads.ts';
import { Users } from './users.ts';
import { Watch } from './watch.ts';

export interface SatchelStackProps {
  readonly settings: DeploymentSettings;
  readonly notesFunction: NotesFunctionCode;
}

/** All that Satchel needs, in one stack, `Satchel-STAGE`. What is not named here is found by its outputs. */
export class SatchelStack extends Stack {
  constructor(scope: Construct, { settings, notesFunction }: SatchelStackProps) {
    const { stage, region } = settings;
    super(scope, `Satchel-${stage}`, {
      description: 'Satchel, a notes app that you own',
      ...(region !== null && { env: { region } }),
    });
    Tags.of(this).add('app', 'satchel');
    Tags.of(this).add('stage', stage);

    // The site's headers name the bucket, and the bucket's CORS names the site: CloudFormation would have to make each before the other.
    // So the bucket's name is known beforehand: it ends with the id of this very stack, which is never used again.
    const stackId = Fn.select(2, Fn.split('/', Aws.STACK_ID));
    const bucketName = `satchel-${stage}-uploads-${stackId}`;
    const signInPrefix = `satchel-${stackId}`;
    const signInOrigin =
      settings.identityProviders.length > 0 ? `https://${signInPrefix}.auth.${Aws.REGION}.amazoncognito.com` : null;

    const table = new NotesTable(this, 'NotesTable');
    const notes = new NotesFunction(this, 'NotesFunction', { code: notesFunction, table });
    const api = new NotesRestApi(this, 'NotesApi', { stage, function: notes.function });
    const site = new Site(this, 'Site', {
      ownDomain: settings.site,
      apiOrigin: api.origin,
      uploadsBucketName: bucketName,
      signInOrigin,
    });
    const uploads = new Uploads(this, 'Uploads', {
      bucketName,
      origins: site.origins,
      versioned: settings.versionedUploads,
    });
    const users = new Users(this, 'Users', { settings, siteHost: site.host, signInPrefix });
    const deployment = {
      region: Aws.REGION,
      accountId: Aws.ACCOUNT_ID,
      apiId: api.apiId,
      stage,
      bucket: uploads.bucket.bucketName,
    };
    const { identityPoolId } = new Identities(this, 'Identities', { users, deployment, listing: settings.listing });
    new Watch(this, 'Watch', {
      stackName: this.stackName,
      function: notes.function,
      api: api.api,
      email: settings.alarmEmail,
      budgetUsd: settings.budgetUsd,
    });

    this.output({
      SiteAddress: site.address,
      SiteBucketName: site.bucket.bucketName,
      DistributionId: site.distribution.distributionId,
      Region: Aws.REGION,
      ApiUrl: `${api.origin}/${stage}`,
      UploadsBucketName: uploads.bucket.bucketName,
      UserPoolId: users.pool.userPoolId,
      UserPoolClientId: users.client.userPoolClientId,
      SignUp: settings.signUp,
      IdentityPoolId: identityPoolId,
      // Where an own domain has to point, by a CNAME or an alias.
      ...(settings.site !== null && { DistributionHost: site.distribution.distributionDomainName }),
      // Other providers are told of SignInAddress/oauth2/idpresponse, or /saml2/idpresponse.
      ...(signInOrigin !== null && { SignInAddress: signInOrigin }),
    });
  }

  private output(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
