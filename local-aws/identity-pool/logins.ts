import { AwsError } from '../service.ts';
import { account } from '../settings.ts';

/** The user whose id token `Logins` holds, by provider name. `trusted`: the id of the user pool that the identity pool trusts. Throws AwsError. */
export async function subOfLogins(
  logins: Readonly<Record<string, string>>,
  verifyIdToken: (token: string) => Promise<{ sub: string }>,
  trusted: string,
): Promise<string> {
  const provider = `cognito-idp.${account.region}.amazonaws.com/${trusted}`;
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
