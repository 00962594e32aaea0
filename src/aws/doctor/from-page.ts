import * as v from 'valibot';
import type { AmplifyLoader } from '../amplify-loader.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { inItsWords } from '../failures.ts';
import type { LocalAws } from '../local/connect-local-aws.ts';
import type { Session } from '../session.ts';
import type { SessionGate } from '../session-gate.ts';
import type { AwsSettings } from '../settings.ts';
import type { Check, Visitor } from './check.ts';
import { cognitoEndpoints } from './cognito-checks.ts';
import { examine } from './examine.ts';
import { settingsProblems } from './settings-problems.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What a person asks for on the page. */
export interface Examination {
  /** Of the page. */
  readonly origin: string;
  /** Called whenever a check stands otherwise. */
  readonly onChange: (checks: readonly Check[]) => void;
  /** Stops it when it aborts. */
  readonly signal: AbortSignal;
}

export interface PageParts {
  readonly settings: AwsSettings;
  /** The embedded AWS; null on AWS. */
  readonly local: LocalAws | null;
  readonly amplify: AmplifyLoader;
  readonly session: Pick<Session, 'user'>;
  readonly gate: SessionGate;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Looks at the connection as whoever is signed in, while nobody signs in or out. */
export function examineFromPage(
  parts: PageParts,
  { origin, onChange, signal }: Examination,
): Promise<readonly Check[]> {
  const { settings, local, gate, fetch, now, wait } = parts;
  return gate.during(async () => {
    const stop = new AbortController();
    for (const one of [signal, gate.ending()]) {
      if (one.aborted) stop.abort();
      one.addEventListener('abort', () => stop.abort());
    }
    const doctor = {
      backend: settings,
      problems: local === null ? settingsProblems(settings) : [],
      endpoints: local?.endpoints ?? cognitoEndpoints(settings.region),
      locate: local?.locate ?? ((address: URL) => address),
      visitor: () => visitorOf(parts),
      ...{ fetch, origin, now, wait },
    };
    return examine(doctor, onChange, stop.signal);
  });
}

async function visitorOf({ amplify, session }: PageParts): Promise<Visitor> {
  if (session.user() === null) return { kind: 'nobody' };
  try {
    const tokens = await (await amplify.auth()).readTokens(false);
    const claims = v.safeParse(ClaimsSchema, tokens?.idToken?.payload);
    if (!claims.success) return { kind: 'refused', diagnosis: sessionOver, details: '' };
    const { iss, aud } = claims.output;
    return { kind: 'tokens', tokens: { idToken: tokens?.idToken?.toString() ?? '', issuer: iss, client: aud } };
  } catch (error) {
    return { kind: 'refused', diagnosis: sessionOver, details: withoutSecrets(inItsWords(error)) };
  }
}

const sessionOver: Diagnosis = {
  message: 'Your session is over, or the user pool did not renew it.',
  change: { message: 'Sign in again. What you have written is kept on this device.' },
  where: null,
};

const ClaimsSchema = v.object({ iss: v.string(), aud: v.string() });
