import { AwsError, type AwsRequest } from '../service.ts';
import { account } from '../settings.ts';

/** The app client that a request names; null where it names none. */
export function clientIn({ body }: AwsRequest): string | null {
  return /"ClientId"\s*:\s*"([\w+]+)"/.exec(new TextDecoder().decode(body))?.[1] ?? null;
}

/** What a client that was made with a secret answers who does not know it. */
export function refuseWithoutSecret(request: AwsRequest): void {
  if (clientIn(request) !== account.userPoolClientId) return;
  const { userPoolClientId } = account;
  throw new AwsError(
    'NotAuthorizedException',
    `Client ${userPoolClientId} is configured with secret but SECRET_HASH was not received`,
  );
}
