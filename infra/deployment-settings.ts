import * as v from 'valibot';
import { inTheFile, notASetting, settingsInFile, usualStage } from './settings-file.ts';
import { type IdentityProvider, identityProviders } from './settings-identity-providers.ts';
import * as part from './settings-parts.ts';

/** What an owner decides about a deployment. */
export interface DeploymentSettings {
  /** Tells copies apart: the stack is `Satchel-STAGE`, and the API's addresses end with it. */
  readonly stage: string;
  /** Null: that of the AWS profile. */
  readonly region: string | null;
  /** Null: CloudFront's own address. */
  readonly site: OwnDomain | null;
  /** Whether anybody may make an account, or those alone that the owner invites in Cognito's console. */
  readonly signUp: 'open' | 'invited';
  /** Whether people may protect their account with an authenticator app. */
  readonly mfa: 'off' | 'optional';
  readonly passkeys: boolean;
  /** Other places where people may have their account. */
  readonly identityProviders: readonly IdentityProvider[];
  /** Keeps old versions of attachments for 30 days. */
  readonly versionedUploads: boolean;
  /** Lets people list their own objects, so that the storage page finds files that no note names. */
  readonly listing: boolean;
  /** Who gets mail when something goes wrong, or money is spent. */
  readonly alarmEmail: string | null;
  /** US dollars a month, of the whole account, from which on a mail is sent. */
  readonly budgetUsd: number | null;
}

export interface OwnDomain {
  readonly domain: string;
  /** The ARN of its certificate in ACM, in us-east-1. */
  readonly certificateArn: string;
}

export type DeploymentSettingsRead =
  | { readonly kind: 'settings'; readonly settings: DeploymentSettings }
  /** Each problem is one sentence that begins with the setting's name and says what to do. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

const schemas = {
  stage: v.optional(part.stage, usualStage),
  region: v.optional(part.region),
  siteDomain: v.optional(part.siteDomain),
  siteCertificate: v.optional(part.certificateArn),
  signUp: v.optional(part.signUp, 'open'),
  mfa: v.optional(part.mfa, 'optional'),
  passkeys: v.optional(part.yesOrNo, false),
  identityProviders: v.optional(identityProviders, {}),
  versionedUploads: v.optional(part.yesOrNo, false),
  listing: v.optional(part.yesOrNo, false),
  alarmEmail: v.optional(part.email),
  budgetUsd: v.optional(part.dollars),
};

/** `siteDomain` is SATCHEL_SITE_DOMAIN in the environment. */
const environmentName = (name: string) => `SATCHEL_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Providers are more than fits one variable: they stand in the file alone. */
const inEnvironment = new Map(
  Object.keys(schemas)
    .filter((name) => name !== 'identityProviders')
    .map((name) => [environmentName(name), name]),
);

/** Names that begin like ours, but say how tests and the connection check are run. */
const notOurs = ['SATCHEL_BUNDLE', 'SATCHEL_EMAIL', 'SATCHEL_PASSWORD'];

/**
 * Reads an owner's settings: `file` is what satchel.config.json holds (undefined: there is none), and SATCHEL_ names in the environment
 * come before it. An empty one there takes away what the file says.
 */
export function readDeploymentSettings(
  environment: Readonly<Record<string, string | undefined>>,
  file: unknown,
): DeploymentSettingsRead {
  const set = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith('SATCHEL_') && value !== undefined ? [[name, value] as const] : [],
  );
  const unknown = set.filter(([name, value]) => value !== '' && !inEnvironment.has(name) && !notOurs.includes(name));
  const given = new Map(set.map(([name, value]) => [inEnvironment.get(name) ?? '', value]));
  const inFile = settingsInFile(file, given.get('stage'), Object.keys(schemas));
  const source = (name: string) => (given.has(name) ? environmentName(name) : inTheFile(inFile.place(name)));

  const chosen = Object.entries({ ...inFile.values, ...Object.fromEntries(given) });
  const input = Object.fromEntries(chosen.filter(([name, value]) => !(given.has(name) && value === '')));
  const parsed = v.safeParse(v.object(schemas), input, { abortPipeEarly: true });
  const problems = [
    ...unknown.map(([name]) => notASetting(name)),
    ...inFile.problems,
    ...(parsed.issues ?? []).map(({ message, path }) => {
      const [name = '', ...inside] = path?.map(({ key }) => String(key)) ?? [];
      return `${inside.length > 0 ? inTheFile([inFile.place(name), ...inside].join('.')) : source(name)} ${message}`;
    }),
    ...(parsed.success ? contradictions(parsed.output, source, inFile.takenDomains) : []),
  ];
  if (!parsed.success || problems.length > 0) return { kind: 'wrong', problems };
  return { kind: 'settings', settings: toSettings(parsed.output) };
}

type Parsed = v.InferOutput<v.ObjectSchema<typeof schemas, undefined>>;

function contradictions(
  parsed: Parsed,
  source: (name: string) => string,
  takenDomains: readonly unknown[],
): readonly string[] {
  const { siteDomain, siteCertificate, budgetUsd, alarmEmail } = parsed;
  return [
    ...(siteDomain && takenDomains.includes(siteDomain)
      ? [
          `${source('siteDomain')} is another stage's domain, and CloudFront gives a domain to one alone: set another, or leave it out.`,
        ]
      : []),
    ...(siteDomain && !siteCertificate
      ? [
          `${source('siteDomain')} needs a certificate: set ${environmentName('siteCertificate')} to its ARN in ACM (us-east-1).`,
        ]
      : []),
    ...(siteCertificate && !siteDomain
      ? [
          `${source('siteCertificate')} is for a domain: set ${environmentName('siteDomain')} to it, such as notes.example.com, or take the certificate away.`,
        ]
      : []),
    ...(budgetUsd && !alarmEmail
      ? [`${source('budgetUsd')} has nobody to write to: set ${environmentName('alarmEmail')} to your address.`]
      : []),
  ];
}

const toSettings = (parsed: Parsed): DeploymentSettings => ({
  stage: parsed.stage,
  region: parsed.region ?? null,
  site:
    parsed.siteDomain && parsed.siteCertificate
      ? { domain: parsed.siteDomain, certificateArn: parsed.siteCertificate }
      : null,
  signUp: parsed.signUp,
  mfa: parsed.mfa,
  passkeys: parsed.passkeys,
  identityProviders: parsed.identityProviders,
  versionedUploads: parsed.versionedUploads,
  listing: parsed.listing,
  alarmEmail: parsed.alarmEmail ?? null,
  budgetUsd: parsed.budgetUsd ?? null,
});
