import type { NotesApi } from '#src/aws/notes-api.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, PullMark } from '#src/store/note-store.ts';
import type { Reach } from './due.ts';
import { createPull } from './pull.ts';
import { createPush } from './push.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';

/** What a round is to do. */
export interface Wish {
  /** `send`: only what waits here. `whole`: look for changes on AWS first. */
  readonly kind: 'send' | 'whole';
  readonly reach: Reach;
}

export type RoundEnd = Result<
  {
    /** It has looked for changes on AWS, too. */
    readonly whole: boolean;
    /** What is still to be sent. */
    readonly outbox: readonly NoteRecord[];
    /** Where the last pull ended. */
    readonly mark: PullMark | undefined;
    /** When the next discarded object may be deleted; ms, Infinity where none waits. */
    readonly discardAt: number;
  },
  RoundFailure
>;

const reaches: readonly Reach[] = ['due', 'not parked', 'all'];

/** The wish that grants both. */
export const both = (one: Wish, other: Wish): Wish => ({
  kind: one.kind === 'whole' ? 'whole' : other.kind,
  reach: reaches.indexOf(one.reach) > reaches.indexOf(other.reach) ? one.reach : other.reach,
});

/**
 * One round: pull, push, discard. A whole one pulls first, so that what is sent is merged already; so does the very first, which
 * learns from it what the backend speaks, and every one after too many notes were missing, so that nothing is sent to a wrong place.
 */
export function createRound(deps: {
  readonly store: NoteStore;
  readonly api: NotesApi;
  readonly objects: Pick<ObjectStorage, 'remove' | 'facts'>;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
  readonly random: () => number;
}): (wish: Wish) => Promise<RoundEnd> {
  const pull = createPull(deps);
  const push = createPush(deps);
  let notesMissing = false;

  /** Loaded when something is to be deleted; where it cannot be, another round does it. */
  async function discard(): Promise<Result<number, RoundFailure>> {
    const all = await deps.store.discarded();
    if (all.length === 0) return succeeded(Number.POSITIVE_INFINITY);
    const loaded = await import('./discards.ts').catch(() => null);
    return loaded === null ? succeeded(Number.POSITIVE_INFINITY) : loaded.createDiscards({ ...deps, pull })(all);
  }

  return async function round(wish) {
    const mark = await deps.store.readPullMark();
    const pulls = wish.kind === 'whole' || notesMissing || mark === undefined;
    const pulled = pulls ? await pull(mark) : succeeded(mark.profile);
    if (pulls) notesMissing = !pulled.ok && pulled.failure.kind === 'notes missing';
    // A list that AWS fails to give is no reason to keep back what was written here, where it is known how to send it.
    const profile = pulled.ok ? pulled.value : pulled.failure.kind === 'unavailable' ? mark?.profile : undefined;
    if (profile !== undefined) {
      const pushed = await push(profile, wish.reach);
      if (!pushed.ok) return pushed;
    }
    if (!pulled.ok) return pulled;
    const discarded = await discard();
    if (!discarded.ok) return discarded;
    const [outbox, reached] = await Promise.all([deps.store.outbox(), pulls ? deps.store.readPullMark() : mark]);
    return succeeded({ whole: pulls, outbox, mark: reached, discardAt: discarded.value });
  };
}
