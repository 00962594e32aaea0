import * as v from 'valibot';
import type { SignedInUser } from './session.ts';

/** The record of who is signed in on this device, for one backend. */
export interface UserRecord {
  readonly key: string;
  /** The same object as long as the stored text is the same; null where there is none, or none that can be read. */
  read(): SignedInUser | null;
  write(user: SignedInUser): void;
  remove(): void;
}

/** `storage`: where it is now. Two backends under one address (a local and a deployed one) have a record each. */
export function createUserRecord(storage: () => Storage, backend: string): UserRecord {
  const key = `satchel.user.${backend}`;
  let text: string | null = null;
  let user: SignedInUser | null = null;
  return {
    key,
    read() {
      const stored = storage().getItem(key);
      if (stored !== text) [text, user] = [stored, stored === null ? null : parse(stored)];
      return user;
    },
    write: (next) => storage().setItem(key, JSON.stringify(next)),
    remove: () => storage().removeItem(key),
  };
}

function parse(text: string): SignedInUser | null {
  const parsed = v.safeParse(RecordSchema, text);
  return parsed.success ? parsed.output : null;
}

const RecordSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    sub: v.pipe(v.string(), v.nonEmpty()),
    identityId: v.pipe(v.string(), v.nonEmpty()),
    email: v.string(),
  }),
);
