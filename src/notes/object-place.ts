import type { AttachmentHome } from './attachment-home.ts';

/** Whose place in the bucket an object is in, as far as its key tells. */
export type ObjectPlace =
  /** `prefix`: what all keys of the place begin with; `resource`: the place of each person, as a policy names it. */
  | { readonly kind: 'own'; readonly prefix: string; readonly resource: string }
  /** Another identity's, or nobody's. */
  | { readonly kind: 'foreign' };

/** IAM puts the identity id of whoever signed the request here. */
const policyVariable = `\${cognito-identity.amazonaws.com:sub}`;

/** The place of a key: all up to the identity id and the sign behind it. */
export function placeOf(
  key: string,
  { identityId, bucket }: Pick<AttachmentHome, 'identityId' | 'bucket'>,
): ObjectPlace {
  const at = identityId === '' ? -1 : key.indexOf(identityId);
  const end = at + identityId.length + 1;
  if (at < 0 || !/^[-/]$/.test(key.slice(end - 1, end))) return { kind: 'foreign' };
  const resource = `arn:aws:s3:::${bucket}/${literal(key.slice(0, at))}${policyVariable}${key.slice(end - 1, end)}*`;
  return { kind: 'own', prefix: key.slice(0, end), resource };
}

/** The statement that is missing in a policy, in IAM's words. */
export const statement = (actions: readonly string[], resources: readonly string[]): string =>
  JSON.stringify({ Effect: 'Allow', Action: actions, Resource: resources }, null, 2);

/** To IAM these three stand for others, but between braces behind a dollar sign. */
const literal = (text: string): string => text.replace(/[*?$]/g, (sign) => `\${${sign}}`);
