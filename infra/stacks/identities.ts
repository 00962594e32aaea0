import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnIdentityPool, CfnIdentityPoolRoleAttachment } from 'aws-cdk-lib/aws-cognito';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { authenticatedRolePolicy, type Deployment } from '../policies/authenticated-role.ts';
import { ownListing } from '../policies/own-listing.ts';
import type { PolicyDocument } from '../policies/policy-document.ts';
import type { Users } from './users.ts';

export interface IdentitiesProps {
  readonly users: Users;
  readonly deployment: Deployment;
  /** Lets people list their own objects. */
  readonly listing: boolean;
}

/**
 * Gives everybody who is signed in an identity and AWS credentials of the role below, and nobody else any. The identity pool is kept when
 * the stack goes: notes and objects are stored under its ids, and a new pool would give people other ones.
 */
export class Identities extends Construct {
  readonly identityPoolId: string;

  constructor(scope: Construct, id: string, { users, deployment, listing }: IdentitiesProps) {
    super(scope, id);
    // The construct of aws-cognito-identitypool always makes a role for guests, too.
    const pool = new CfnIdentityPool(this, 'Pool', {
      allowUnauthenticatedIdentities: false,
      // The classic flow would let a client ask for the role by itself, for longer or with another policy.
      allowClassicFlow: false,
      cognitoIdentityProviders: [
        {
          providerName: users.pool.userPoolProviderName,
          clientId: users.client.userPoolClientId,
          // Who was signed out everywhere or disabled gets no new credentials.
          serverSideTokenCheck: true,
        },
      ],
    });
    pool.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.identityPoolId = pool.ref;

    const role = new CfnRole(this, 'SignedIn', {
      description: 'People who are signed in to Satchel: their own attachments and the notes API',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: 'cognito-identity.amazonaws.com' },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: { 'cognito-identity.amazonaws.com:aud': pool.ref },
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
            },
          },
        ],
      },
      policies: [{ policyName: 'satchel', policyDocument: policyOf(deployment, listing) }],
    });
    new CfnIdentityPoolRoleAttachment(this, 'Roles', {
      identityPoolId: pool.ref,
      roles: { authenticated: role.attrArn },
    });

    for (const resource of wildcards(this, deployment)) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${resource}]`,
        reason:
          'The keys under a person’s own identity; the ids of notes, of which the function gives each person their own.',
      });
    }
  }
}

function policyOf(deployment: Deployment, listing: boolean): PolicyDocument {
  const { Statement, ...policy } = authenticatedRolePolicy(deployment);
  return { ...policy, Statement: listing ? [...Statement, ownListing(deployment)] : Statement };
}

/** What may hold a wildcard, in cdk-nag's words: `<Name>` stands for what the template refers to. */
function wildcards(scope: Construct, { bucket, apiId, stage }: Deployment): readonly string[] {
  const named = (reference: string) => `<${Stack.of(scope).resolve(reference).Ref}>`;
  const api = `arn:aws:execute-api:<AWS::Region>:<AWS::AccountId>:${named(apiId)}/${stage}`;
  return [
    `arn:aws:s3:::${named(bucket)}/<cognito-identity.amazonaws.com:sub>/*`,
    ...['GET', 'PUT', 'DELETE'].map((method) => `${api}/${method}/notes/*`),
  ];
}
