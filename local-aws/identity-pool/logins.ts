import { AwsError } from '../service.ts';
import { account } from '../settings.ts';

const provider = `cognito-idp.${account.region}.amazonaws.com/${account.userPoolId}`;

/** The user whose id token `Logins` holds, by provider name. Throws AwsError. */
export async function subOfLogins(
  logins: Readonly<Record<string, string>>,
  verifyIdToken: (token: string) => Promise<{ sub: string }>,
): Promise<string> {
  const foreign = Object.keys(logins).find((name) => name !== provider);
  if (foreign?.startsWith('cognito-idp.')) {
    throw new AwsError('NotAuthorizedException', 'Token is not from a supported provider of this identity pool.');
  }
  const token = logins[provider];
  if (foreign !== undefined || token === undefined) {
    throw new AwsError('InvalidParameterException', 'Please provide a valid public provider.');
  }
  return (await verifyIdToken(token)).sub;
}
