import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { Result } from '#src/notes/result.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { Notebook } from '#src/sync/notebook.ts';
import { createValue } from '#src/sync/observable-value.ts';

/** A notebook with its device's copy and its sync, as one thing that is opened and closed. */
export interface OpenNotebook {
  readonly notebook: Notebook;
  /** The browser had removed the notes kept on this device: they are fetched again, and what had not been sent is gone. */
  readonly evicted: boolean;
  /** Ends sync and uploads; resolves when nothing more is sent. */
  stop(): Promise<void>;
  /** Ends sync and lets the device's copy be. */
  close(): Promise<void>;
  /** Ends sync and deletes the device's copy. */
  destroy(): Promise<void>;
}

/**
 * Keeps the notebook of whoever is signed in open. Signing out deletes the device's copy: here it is this tab's own doing, in
 * another tab the session tells of it.
 */
export function createSignedInNotebook(deps: {
  readonly session: Session;
  readonly open: (
    user: SignedInUser,
    onGone: (failure: StoreFailure) => void,
  ) => Promise<Result<OpenNotebook, StoreFailure>>;
}) {
  const notebook = createValue<Notebook | null>(null);
  const failure = createValue<StoreFailure | null>(null);
  const evicted = createValue(false);
  let opened: OpenNotebook | null = null;
  let owner: SignedInUser | null = null;
  let last: Promise<void> = Promise.resolve();

  /** One change of person at a time, in order. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    return last;
  };

  async function follow(): Promise<void> {
    const user = deps.session.user();
    if (isSame(user, owner)) return;
    const before = opened;
    opened = null;
    owner = user;
    notebook.set(null);
    failure.set(null);
    evicted.set(false);
    if (before !== null) await (user === null ? before.destroy() : before.close());
    if (user === null) return;
    const result = await deps.open(user, (gone) => {
      if (isSame(owner, user)) failure.set(gone);
    });
    if (!result.ok) return failure.set(result.failure);
    opened = result.value;
    evicted.set(result.value.evicted);
    notebook.set(result.value.notebook);
  }

  deps.session.subscribe(() => void inTurn(follow));
  void inTurn(follow);

  return {
    notebook,
    failure,
    evicted,
    /** Stops sending, ends the session, and deletes this device's copy. */
    async signOut(): Promise<void> {
      await opened?.stop();
      await deps.session.signOut();
      await inTurn(follow);
    },
  };
}

const isSame = (a: SignedInUser | null, b: SignedInUser | null): boolean =>
  a === b || (a !== null && b !== null && a.sub === b.sub && a.identityId === b.identityId);
