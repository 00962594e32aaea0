/** A notes API under test, with nothing in it but what `start` was given. */
export interface NotesApiSubject {
  call(method: string, path: string, body?: unknown, as?: string): Promise<ApiAnswer>;
  send(request: ApiRequest): Promise<ApiAnswer>;
  /** The servers' clock; ms. */
  readonly clock: { now: number };
  close(): Promise<void>;
}

export interface ApiRequest {
  readonly method: string;
  /** As it is sent: percent-encoded, with the query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The identity id of who has signed it. */
  readonly as?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A subject's `call`, over its `send`. */
export const withCall = (send: NotesApiSubject['send']): Pick<NotesApiSubject, 'call' | 'send'> => ({
  send,
  call: (method, path, body, as = ann) =>
    send({ method, path, as, ...(body !== undefined && { body: JSON.stringify(body) }) }),
});

/** `items`: what the table holds already. */
export type StartNotesApi = (items?: readonly Item[]) => Promise<NotesApiSubject>;

/** An item of the table, as the tutorial's function may have left it there. */
export type Item = Readonly<Record<string, unknown>>;

export const ann = 'us-east-1:aaaaaaaa-0000-4000-8000-000000000001';
export const bob = 'us-east-1:bbbbbbbb-0000-4000-8000-000000000002';

/** The n-th id of a person's own; they sort by n. */
export const noteId = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
