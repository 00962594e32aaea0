import { account } from '../settings.ts';

/** Who a signed-in person is to IAM: the identity pool's session in the authenticated role. It stands in AWS's messages. */
export const authenticatedRoleSession = `arn:aws:sts::${account.id}:assumed-role/satchel-local-authenticated/CognitoIdentityCredentials`;
