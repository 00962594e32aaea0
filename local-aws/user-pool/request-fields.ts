import * as v from 'valibot';
import { AwsError } from '../service.ts';
import { account } from '../settings.ts';

/** The members of requests with the constraints of the Cognito API reference. */
const text = (pattern: RegExp, longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'Member must have length greater than or equal to 1'),
    v.maxLength(longest, `Member must have length less than or equal to ${longest}`),
    v.regex(pattern, `Member must satisfy regular expression pattern: ${pattern.source}`),
  );

/** The app client must be one of the account's. */
export const clientId = v.pipe(
  text(/^[\w+]+$/, 128),
  v.transform((id) => {
    if (id !== account.userPoolClientId && id !== account.otherUserPoolClientId) {
      throw new AwsError('ResourceNotFoundException', `User pool client ${id} does not exist.`);
    }
    return id;
  }),
);

export const username = text(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, 128);
export const password = text(/^\S+.*\S+$/, 256);
export const confirmationCode = text(/^\S+$/, 2048);
export const token = text(/^[A-Za-z0-9_=.-]+$/, 8192);
export const session = v.pipe(v.string(), v.minLength(20), v.maxLength(2048));
export const totpCode = text(/^[0-9]+$/, 6);
export const attributeName = text(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, 32);
export const attributeList = v.array(
  v.object({ Name: attributeName, Value: v.nullish(v.pipe(v.string(), v.maxLength(2048)), '') }),
);
/** AuthParameters and ChallengeResponses. */
export const parameters = v.record(v.string(), v.string());

/** A member of such a map. Throws InvalidParameterException. */
export function required(given: Readonly<Record<string, string>>, name: string): string {
  const value = given[name];
  if (value === undefined || value === '') {
    throw new AwsError('InvalidParameterException', `Missing required parameter ${name}`);
  }
  return value;
}
