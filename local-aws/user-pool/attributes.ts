import { AwsError } from '../service.ts';

/** The standard attributes (OpenID Connect Core, 5.1) that the app client may write, beside `email`. */
const writable = new Set(
  [
    ['name', 'given_name', 'middle_name', 'family_name', 'nickname', 'preferred_username', 'gender', 'birthdate'],
    ['profile', 'picture', 'website', 'address', 'phone_number', 'zoneinfo', 'locale', 'updated_at'],
  ].flat(),
);
const kept = new Set(['sub', 'email_verified', 'phone_number_verified']);

export interface GivenAttributes {
  readonly email: string | undefined;
  /** An empty value takes the attribute away. */
  readonly others: Record<string, string>;
}

/** Throws NotAuthorizedException for one that Cognito keeps for itself, InvalidParameterException for one it does not know. */
export function readAttributes(list: readonly { Name: string; Value: string }[]): GivenAttributes {
  let email: string | undefined;
  const others: Record<string, string> = {};
  for (const { Name, Value } of list) {
    if (kept.has(Name)) {
      throw new AwsError('NotAuthorizedException', 'A client attempted to write unauthorized attribute');
    }
    if (Name === 'email') {
      if (!isEmail(Value)) throw invalid('Invalid email address format.');
      email = Value;
    } else if (!writable.has(Name)) {
      throw invalid(`Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.`);
    } else {
      if (Name === 'phone_number' && Value !== '' && !/^\+[0-9]+$/.test(Value)) {
        throw invalid('Invalid phone number format.');
      }
      others[Name] = Value;
    }
  }
  return { email, others };
}

/** What is left of both, without the attributes that were taken away. */
export function mergeAttributes(
  old: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== ''));
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
