/** What can go wrong and be acted on is a value; an exception is a bug. */
export type Result<T, F extends Failure<string> = Failure<string>> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/**
 * An expected failure, ready for a person.
 * `message` is one plain sentence that says what to do, in English, with `{name}` where a value of `values` stands; where it is shown it is
 * put into the reader's language. `details` is the original error, shown under "Details".
 */
export interface Failure<Kind extends string> {
  readonly kind: Kind;
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly details: string;
}

export const succeeded = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failed = <F extends Failure<string>>(failure: F): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
});
