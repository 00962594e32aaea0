import * as v from 'valibot';

/** One mail or text message that the embedded AWS has sent. */
export interface InboxMessage {
  readonly to: string;
  readonly kind: 'sign-up' | 'reset' | 'attribute' | 'sign-in';
  readonly code: string;
  /** ms */
  readonly sentAt: number;
}

interface InboxParts {
  /** Where the embedded AWS tells of it. */
  readonly path: string;
  readonly fetch: typeof fetch;
  /** Calls back every `ms`. Returns the way to stop. */
  readonly every: (ms: number, callback: () => void) => () => void;
}

/** ms */
const interval = 1000;

/** The embedded AWS's inbox, asked for once a second as long as somebody listens. What cannot be read changes nothing. */
export function createInbox({ path, fetch, every }: InboxParts) {
  const listeners = new Set<() => void>();
  let messages: readonly InboxMessage[] = [];
  let stop: (() => void) | null = null;

  async function ask(): Promise<void> {
    const answer = await fetch(path)
      .then((response) => response.json())
      .catch(silent);
    const parsed = v.safeParse(InboxSchema, answer);
    if (!parsed.success || JSON.stringify(parsed.output) === JSON.stringify(messages)) return;
    messages = parsed.output;
    for (const listener of listeners) listener();
  }

  return {
    get: (): readonly InboxMessage[] => messages,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      if (stop === null) {
        stop = every(interval, () => void ask());
        void ask();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

/** A server that is being restarted is asked again a second later. */
const silent = () => null;

const InboxSchema = v.array(
  v.object({
    to: v.string(),
    kind: v.picklist(['sign-up', 'reset', 'attribute', 'sign-in']),
    code: v.string(),
    sentAt: v.number(),
  }),
);
