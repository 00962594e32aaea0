import * as v from 'valibot';
import { text } from './settings-parts.ts';

/** Where people may have their account beside the user pool itself. Secrets are in AWS Secrets Manager; their names stand here. */
export type IdentityProvider =
  | { readonly kind: 'google' | 'facebook'; readonly clientId: string; readonly secretName: string }
  | {
      readonly kind: 'oidc';
      /** How Cognito and the sign-in page call it. */
      readonly name: string;
      readonly clientId: string;
      readonly secretName: string;
      readonly issuer: string;
    }
  | { readonly kind: 'saml'; readonly name: string; readonly metadataUrl: string };

const secretName = v.pipe(
  text('the name of the secret in AWS Secrets Manager'),
  v.regex(
    /^[\w/+=.@-]{1,512}$/,
    'is not the name of a secret in AWS Secrets Manager, where the client secret is kept.',
  ),
);

const address = v.pipe(
  text('an address that begins with https://'),
  v.regex(/^https:\/\/[^\s?#@]+$/, 'is not an address that begins with https://, without a ? or #.'),
);

/** Cognito takes more, but not names that are its own. */
const name = v.pipe(
  text('a short name'),
  v.regex(/^[A-Za-z][\w-]{2,31}$/, 'must be 3 to 32 letters, digits, _ and -, a letter first.'),
  v.check(
    (given) => !/^(cognito|google|facebook|loginwithamazon|signinwithapple)$/i.test(given),
    'is taken: choose another.',
  ),
);

const known = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? `is unknown: ${Object.keys(entries).join(', ')} are known.`
      : `is missing or not an object: set ${Object.keys(entries).join(', ')}.`,
  );

const clientId = text('the id that the provider gave your app');
const social = known({ clientId, secretName });

/** `{"google": {…}, "facebook": {…}, "oidc": {…}, "saml": {…}}`, each of them optional. */
export const identityProviders = v.pipe(
  v.strictObject(
    {
      google: v.optional(social),
      facebook: v.optional(social),
      oidc: v.optional(known({ name, clientId, secretName, issuer: address })),
      saml: v.optional(known({ name, metadataUrl: address })),
    },
    (issue) =>
      issue.expected === 'never'
        ? 'is unknown: google, facebook, oidc and saml are known.'
        : 'must be an object with google, facebook, oidc or saml in it.',
  ),
  v.transform(({ google, facebook, oidc, saml }): readonly IdentityProvider[] => [
    ...(google ? [{ kind: 'google', ...google } as const] : []),
    ...(facebook ? [{ kind: 'facebook', ...facebook } as const] : []),
    ...(oidc ? [{ kind: 'oidc', ...oidc } as const] : []),
    ...(saml ? [{ kind: 'saml', ...saml } as const] : []),
  ]),
);
