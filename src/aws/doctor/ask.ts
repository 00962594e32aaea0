import { inItsWords } from '../failures.ts';
import type { DoctorParts } from './check.ts';
import { withoutSecrets } from './without-secrets.ts';

export type Seen =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly text: string }
  /**
   * None that the page may read. `reached`: whether there was one at all; `hidden`: what it said, where somebody can tell who is no page;
   * null where nobody can.
   */
  | {
      readonly kind: 'unseen';
      readonly reached: boolean;
      readonly hidden: { readonly status: number; readonly text: string } | null;
      readonly details: string;
    };

export interface Question {
  readonly url: URL | string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Ask = (question: Question, signal: AbortSignal) => Promise<Seen>;

/** An answer that CORS keeps from a page, as told by a program that is none. */
export class HiddenAnswer extends TypeError {
  readonly status: number;
  readonly text: string;

  constructor(reason: string, status: number, text: string) {
    super(reason);
    this.status = status;
    this.text = text;
  }
}

/** ms that an answer may take. */
const patience = 15_000;

/** Asks as a page does, and where nothing can be read, whether anything answers at all. */
export function createAsk({ fetch, wait }: Pick<DoctorParts, 'fetch' | 'wait'>): Ask {
  async function within<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    void wait(patience).then(abort);
    try {
      return await work(stop.signal);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  const answers = (url: URL | string, signal: AbortSignal) =>
    within(signal, (stop) => fetch(url, { mode: 'no-cors', cache: 'no-store', signal: stop })).then(
      () => true,
      () => false,
    );

  return async ({ url, ...request }, signal) => {
    try {
      return await within(signal, async (stop) => {
        const response = await fetch(url, { ...request, cache: 'no-store', redirect: 'manual', signal: stop });
        return { kind: 'answer', status: response.status, headers: response.headers, text: await response.text() };
      });
    } catch (error) {
      const hidden = error instanceof HiddenAnswer ? { status: error.status, text: error.text } : null;
      const reached = hidden !== null || (!signal.aborted && (await answers(url, signal)));
      return { kind: 'unseen', reached, hidden, details: withoutSecrets(inItsWords(error)) };
    }
  };
}

/** What was answered, for whoever wants the original; never a note. */
export const detailsOf = (seen: Seen): string => {
  if (seen.kind === 'answer') return told(seen.status, seen.text, seen.headers.get('x-amzn-errortype'));
  return seen.hidden === null ? seen.details : `${seen.details}\n${told(seen.hidden.status, seen.hidden.text, null)}`;
};

const told = (status: number, text: string, type: string | null) =>
  withoutSecrets(
    [`HTTP ${status}`, type ?? '', status >= 200 && status < 300 ? `${text.length} characters` : text.slice(0, 1000)]
      .filter((part) => part !== '')
      .join(' '),
  );
