import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import type { Deployment } from '../../infra/policies/authenticated-role.ts';
import { authenticatedRolePolicy } from '../../infra/policies/authenticated-role.ts';
import { ownListing } from '../../infra/policies/own-listing.ts';
import type { PolicyDocument } from '../../infra/policies/policy-document.ts';
import type { Mistake, PolicyName } from '../settings.ts';
import { account } from '../settings.ts';
import { authenticatedRoleSession } from './role.ts';
import { tutorialPolicy2017, tutorialPolicy2018, tutorialPolicyBoth } from './tutorial-policies.ts';

interface AuthorizationRequest {
  /** The identity id of whoever signed the request. */
  readonly identityId: string;
  /** E.g. `s3:GetObject`. */
  readonly action: string;
  /** The ARN of what it is done to. */
  readonly resource: string;
  /** What conditions of a policy may look at beside the person, e.g. `s3:prefix`. */
  readonly context?: Readonly<Record<string, string>>;
}

export type Authorizer = (request: AuthorizationRequest) => Promise<boolean>;

/** Puts requests to the policy of the authenticated role, as IAM would. */
export function createAuthorizer(policyName: PolicyName, mistakes: readonly Mistake[] = []): Authorizer {
  const apiId = mistakes.includes('old-api-in-policy') ? 'replaced01' : account.apiId;
  const { Statement, ...policy } = policies[policyName]({ ...account, accountId: account.id, apiId });
  const isMissing = (action: string) =>
    (action === 's3:DeleteObject' && mistakes.includes('policy-without-delete')) ||
    (action === 's3:AbortMultipartUpload' && mistakes.includes('policy-without-abort'));
  const left = Statement.map((one) => ({ ...one, Action: one.Action.filter((action) => !isMissing(action)) }));
  return authorizedBy({ ...policy, Statement: left }, policyName);
}

/** Puts requests to this policy of the authenticated role. */
export function authorizedBy(policy: PolicyDocument, name: string): Authorizer {
  return async ({ identityId, action, resource, context }) => {
    // The checked simulation drops the sub key for S3 actions: to IAM's published tables it is no S3 condition key.
    const decision = runUnsafeSimulation(
      {
        request: {
          principal: authenticatedRoleSession,
          action,
          resource: { resource: literal(resource), accountId: account.id },
          contextVariables: {
            ...context,
            'cognito-identity.amazonaws.com:sub': identityId,
            'cognito-identity.amazonaws.com:aud': account.identityPoolId,
          },
        },
        identityPolicies: [{ name, policy }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    );
    return decision === 'Allowed';
  };
}

const policies: Readonly<Record<PolicyName, (deployment: Deployment) => PolicyDocument>> = {
  satchel: authenticatedRolePolicy,
  'satchel-listing': (deployment) => {
    const { Statement, ...policy } = authenticatedRolePolicy(deployment);
    return { ...policy, Statement: [...Statement, ownListing(deployment)] };
  },
  'tutorial-2017': tutorialPolicy2017,
  'tutorial-2018': tutorialPolicy2018,
  'tutorial-both': tutorialPolicyBoth,
};

/**
 * The simulator reads `*` in a requested resource as a pattern, and its patterns stop at line ends; to IAM both are characters of a
 * key like any other. No policy here names them, so any other character may stand for them.
 */
const literal = (resource: string) => resource.replace(/[*\n\r\u2028\u2029]/g, '\uE000');
