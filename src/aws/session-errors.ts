import type { AwsFailure } from './aws-failure.ts';
import { identityPoolFinding } from './cognito-diagnoses.ts';
import { inItsWords, offline, signedOut, throttled, unavailable } from './failures.ts';

/** What the user pool's refusal of a refresh means. Only a refusal of the session itself ends it. */
export function userPoolFailure(error: unknown): AwsFailure {
  const passing = passingFailure(error);
  if (passing !== null) return passing;
  return sessionOver.has(nameOf(error)) ? signedOut(inItsWords(error)) : unavailable(inItsWords(error));
}

/** What the identity pool's refusal means, for a person whose tokens are good. */
export function identityPoolFailure(error: unknown): AwsFailure {
  const passing = passingFailure(error);
  if (passing !== null) return passing;
  if (!misconfigured.has(nameOf(error))) return unavailable(inItsWords(error));
  const found = identityPoolFinding(nameOf(error), inItsWords(error));
  if (found !== null) return { kind: 'denied', message: found, details: inItsWords(error) };
  return {
    kind: 'denied',
    message:
      'You are signed in, but the identity pool gives you no access. Check that it trusts the user pool and has a role for its users.',
    details: inItsWords(error),
  };
}

function passingFailure(error: unknown): AwsFailure | null {
  const name = nameOf(error);
  if (name === 'NetworkError') return offline(inItsWords(error));
  return slowDown.has(name) ? throttled(inItsWords(error)) : null;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const slowDown: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'ThrottlingException',
]);

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html */
const sessionOver: ReadonlySet<string> = new Set([
  'NotAuthorizedException',
  'PasswordResetRequiredException',
  'RefreshTokenReuseException',
  'TokenRevokedException',
  'UserNotConfirmedException',
  'UserNotFoundException',
]);

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html */
const misconfigured: ReadonlySet<string> = new Set([
  'InvalidIdentityPoolConfigurationException',
  'InvalidParameterException',
  'NotAuthorizedException',
  'ResourceConflictException',
  'ResourceNotFoundException',
  'ValidationException',
]);
