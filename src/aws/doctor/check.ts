import type { SigningKeys } from '../credentials.ts';
import type { Backend, Diagnosis, Told } from '../diagnosis.ts';

/** How one check stands. `advice`: it works, and could be better. */
export type CheckState =
  | { readonly kind: 'waiting' | 'running' }
  | { readonly kind: 'fine'; readonly told: Told }
  | { readonly kind: 'advice' | 'wrong'; readonly diagnosis: Diagnosis; readonly details: string }
  /** `stops`: the checks that need this one make no sense either. */
  | { readonly kind: 'skipped'; readonly why: Told; readonly stops: boolean };

export interface Check {
  readonly id: string;
  readonly title: Told;
  readonly state: CheckState;
}

/** What the checks before have found out. */
export interface Known {
  /** What AWS's clock is ahead of ours; ms. */
  readonly ahead: number;
  readonly identityId?: string;
  readonly keys?: SigningKeys;
  /** Whether the answer to `GET /notes` showed its Date. */
  readonly showsDate?: boolean;
  readonly profile?: 'versioned' | 'tutorial' | 'other';
  readonly showsEtag?: boolean;
}

export type Outcome = Exclude<CheckState, { readonly kind: 'waiting' | 'running' }> & {
  readonly learnt?: Partial<Known>;
};

/** The user pool's tokens, and what the id token claims. */
export interface DoctorTokens {
  readonly idToken: string;
  /** `https://cognito-idp.REGION.amazonaws.com/POOL` */
  readonly issuer: string;
  readonly client: string;
}

/** Who is signed in: nobody, somebody with tokens, or somebody whose tokens cannot be had. */
export type Visitor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'tokens'; readonly tokens: DoctorTokens }
  | { readonly kind: 'refused'; readonly diagnosis: Diagnosis; readonly details: string };

export interface DoctorParts {
  readonly backend: Backend & { readonly attachmentsPrefix: string };
  /** What is wrong with the settings as such, a sentence each. */
  readonly problems: readonly string[];
  /** Where Cognito answers, without a slash at the end. */
  readonly endpoints: { readonly userPool: string; readonly identityPool: string };
  /** Where an address of the bucket really is. */
  readonly locate: (address: URL) => URL;
  /** As a page has it: it rejects what CORS does not let the page read. */
  readonly fetch: typeof fetch;
  /** Of the page; null: the CORS of nobody is looked at. */
  readonly origin: string | null;
  readonly visitor: () => Promise<Visitor>;
  /** ms since 1970 */
  readonly now: () => number;
  /** Resolves after `ms`. */
  readonly wait: (ms: number) => Promise<void>;
}

/** A check before it has run. */
export interface Plan {
  readonly id: string;
  readonly title: Told;
  /** Those that must not have gone wrong before. */
  readonly needs: readonly string[];
  readonly needsPerson?: true;
  readonly needsOrigin?: true;
  readonly run: (known: Known, signal: AbortSignal) => Promise<Outcome>;
}

export const fine = (told: Told, learnt: Partial<Known> = {}): Outcome => ({ kind: 'fine', told, learnt });

export const wrong = (diagnosis: Diagnosis, details: string, learnt: Partial<Known> = {}): Outcome => ({
  kind: 'wrong',
  diagnosis,
  details,
  learnt,
});

/** What cannot be told from here, which is no reason to stop. */
export const untold = (why: Told): CheckState & { kind: 'skipped' } => ({ kind: 'skipped', why, stops: false });

/** Nothing is set up wrong as far as one can tell: AWS or the network is in a bad way. */
export const passing = (details: string): Outcome =>
  wrong(
    {
      message: 'AWS did not answer as it should, which may pass.',
      change: { message: 'Run the check again in a while. If this stays, look at the details.' },
      where: null,
    },
    details,
  );
