import * as v from 'valibot';
import { apiUrl } from './settings-api-url.ts';
import {
  attachmentsPrefix,
  bucket,
  identityPoolId,
  maxAttachmentMb,
  region,
  signUp,
  userPoolClientId,
  userPoolId,
} from './settings-parts.ts';
import { misspelt } from './settings-typos.ts';

/** Where a person's AWS backend is, and how attachments are kept there. */
export interface AwsSettings {
  readonly region: string;
  /** The notes API with its stage, without a slash at the end. */
  readonly apiUrl: string;
  readonly bucket: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
  /** How the key of a new attachment begins; `{identityId}` stands for the person's identity id. */
  readonly attachmentsPrefix: string;
  readonly maxAttachmentBytes: number;
  /** Who may make an account: everybody, or those alone whom the owner invites. */
  readonly signUp: 'open' | 'invited';
}

export type SettingsRead =
  /** No backend is named: the embedded AWS plays it. */
  | { readonly kind: 'local'; readonly maxAttachmentBytes: number }
  | { readonly kind: 'aws'; readonly settings: AwsSettings }
  /** Each problem is one sentence that begins with the setting's name and says what to do. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** Settings that have a default; the six others are needed. */
const optional = {
  VITE_ATTACHMENTS_PREFIX: v.optional(attachmentsPrefix, '{identityId}/'),
  VITE_MAX_ATTACHMENT_MB: v.optional(maxAttachmentMb, '100'),
  VITE_SIGN_UP: v.optional(signUp, 'open'),
};

/** `home`: the region that all ids must be of; null where it is not known. */
const required = (home: string | null) => ({
  VITE_REGION: region,
  VITE_API_URL: apiUrl(home),
  VITE_BUCKET: bucket,
  VITE_USER_POOL_ID: userPoolId(home),
  VITE_USER_POOL_CLIENT_ID: userPoolClientId,
  VITE_IDENTITY_POOL_ID: identityPoolId(home),
});

/** Reads the VITE_ settings of an environment. Empty ones count as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsRead {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const needed = Object.keys(required(null));
  const typos = misspelt(set, [...needed, ...Object.keys(optional)]);
  const complaints = typos.map(({ name, meant }) => `${name} is not a setting of Satchel: rename it to ${meant}.`);

  if (typos.length === 0 && !needed.some((name) => name in set)) {
    const parsed = v.safeParse(v.object(optional), set, { abortPipeEarly: true });
    if (!parsed.success) return { kind: 'wrong', problems: sentences(parsed.issues) };
    return { kind: 'local', maxAttachmentBytes: parsed.output.VITE_MAX_ATTACHMENT_MB };
  }

  const home = v.safeParse(region, set.VITE_REGION);
  const schema = v.object({ ...required(home.success ? home.output : null), ...optional });
  // A key that is there, but undefined, is refused in the words of its own schema.
  const input = { ...Object.fromEntries(needed.map((name) => [name, undefined])), ...set };
  const parsed = v.safeParse(schema, input, { abortPipeEarly: true });
  if (parsed.success && typos.length === 0) return { kind: 'aws', settings: toSettings(parsed.output) };
  const renamed = typos.map(({ meant }) => meant);
  const issues = parsed.success ? [] : parsed.issues.filter((issue) => !renamed.includes(v.getDotPath(issue) ?? ''));
  return { kind: 'wrong', problems: [...complaints, ...sentences(issues)] };
}

const sentences = (issues: readonly v.BaseIssue<unknown>[]) =>
  issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`);

type Parsed = v.InferOutput<v.ObjectSchema<ReturnType<typeof required> & typeof optional, undefined>>;

const toSettings = (parsed: Parsed): AwsSettings => ({
  region: parsed.VITE_REGION,
  apiUrl: parsed.VITE_API_URL,
  bucket: parsed.VITE_BUCKET,
  userPoolId: parsed.VITE_USER_POOL_ID,
  userPoolClientId: parsed.VITE_USER_POOL_CLIENT_ID,
  identityPoolId: parsed.VITE_IDENTITY_POOL_ID,
  attachmentsPrefix: parsed.VITE_ATTACHMENTS_PREFIX,
  maxAttachmentBytes: parsed.VITE_MAX_ATTACHMENT_MB,
  signUp: parsed.VITE_SIGN_UP,
});
