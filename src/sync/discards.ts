import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { DiscardedKey, NoteStore, PullMark } from '#src/store/note-store.ts';
import { cancelRow } from './cancel-row.ts';
import type { Pull } from './pull.ts';
import { isLeaving } from './record-state.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';
import { createSoughtFiles } from './sought-files.ts';

/** What cannot be decided now is looked at again after so long; ms. */
const later = 24 * 60 * 60_000;
/** What a note on its way out, or what AWS still has, names. */
const soon = 60_000;
/** What AWS told longer ago is asked for again before anything is deleted: another device may have named it since. */
const justNow = 2_000;
/** Deleting goes on for so long by what AWS told. Half of what a device waits that names an object again (sought-files.ts). */
const mostAfterwards = 30_000;

/**
 * Looks at the objects of which something was promised, each once its time has come (decision 20). What no note needs any more is deleted,
 * here and in S3; by then this device must just have heard what the others wrote. One that is only named by what AWS still holds, or by a
 * note on its way out, waits until that is settled; and one that the local history names waits until that has thinned, so that what is
 * restored has its files. What a note names again stays, and is sent again where it has gone meanwhile.
 * `all`: what the store has of them. Gives when the next one's time comes; ms, Infinity where there is none.
 */
export function createDiscards(deps: {
  readonly store: NoteStore;
  readonly objects: Pick<ObjectStorage, 'remove' | 'facts'>;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
  readonly pull: Pull;
}): (all: readonly DiscardedKey[]) => Promise<Result<number, RoundFailure>> {
  const { store, objects, sendAs, home, now, pull } = deps;
  const seek = createSoughtFiles(deps);

  const needs = (record: NoteRecord, key: string) => !isLeaving(record) && keysNamed(record, home).includes(key);
  const waits = ({ key, why, refused }: DiscardedKey, ms: number) => store.discard([key], now() + ms, why, refused);

  /** Where this device's own copy cannot go now, it goes when there is too much of what is kept. */
  const letGoHere = async (key: string) => {
    try {
      await (await store.files()).letGo([key]);
    } catch {
      return;
    }
  };

  /** Those that no note names any more. What is needed again is looked after. */
  async function unnamed(rows: readonly DiscardedKey[]): Promise<Result<readonly DiscardedKey[], RoundFailure>> {
    const found: DiscardedKey[] = [];
    for (const row of rows) {
      const naming = await store.naming(row.key);
      const needing = naming.filter((record) => needs(record, row.key));
      if (naming.length === 0) found.push(row);
      else {
        const settled = needing.length === 0 ? await waits(row, soon) : await seek(row.key, needing);
        if (!settled.ok) return settled;
      }
    }
    return succeeded(found);
  }

  async function remove(row: DiscardedKey): Promise<Result<void, RoundFailure>> {
    const { key } = row;
    const stored = await store.files();
    // What is still on its way goes no further, or it would arrive after this.
    const cancelled = await cancelRow(stored, key);
    if (!cancelled.ok) return cancelled;
    const removed: Result<void, AwsFailure> = await sendAs(() => objects.remove(key));
    // S3 takes no such key: whatever is wrong with it, the others are not to wait for it.
    if (!removed.ok && removed.failure.kind === 'invalid') return waits(row, later);
    if (!removed.ok && removed.failure.kind !== 'denied') return removed;
    // Denied: a place where this person's objects cannot be, one of the two that an old note's attachment may mean. Or it is there, and stays.
    const found = removed.ok ? null : await sendAs(() => objects.facts(key));
    if (found?.ok === false && found.failure.kind !== 'denied') return found;
    await letGoHere(key);
    if (removed.ok || found?.ok !== true) return store.forgetDiscarded(key);
    return waits({ ...row, refused: removed.failure.details || removed.failure.message }, later);
  }

  /** What AWS has told lately; where that was too long ago, it is asked. */
  async function heard(): Promise<Result<PullMark | undefined, RoundFailure>> {
    const mark = await store.readPullMark();
    if (mark !== undefined && now() - mark.at <= justNow) return succeeded(mark);
    const pulled = await pull(mark);
    return pulled.ok ? succeeded(await store.readPullMark()) : pulled;
  }

  /** A list that may be cut does not show who else names what another device has dropped. */
  const mayGo = ({ why }: DiscardedKey, mark: PullMark) =>
    why === undefined || !(mark.profile === 'tutorial' && mark.longList === true);

  /** Deletes what neither a note nor the history needs; what is left when it takes too long is for another round. */
  async function removeAll(rows: readonly DiscardedKey[], mark: PullMark): Promise<Result<void, RoundFailure>> {
    // After the notes: a text goes from its note into the history, never the other way alone.
    const remembered = await store.namedInHistory(rows.map(({ key }) => key));
    for (const row of rows) {
      if (now() - mark.at > mostAfterwards) return succeeded(undefined);
      const done = remembered.has(row.key) || !mayGo(row, mark) ? await waits(row, later) : await remove(row);
      if (!done.ok) return done;
    }
    return succeeded(undefined);
  }

  return async function discard(all) {
    const due = all.filter(({ notBefore }) => notBefore <= now());
    const first = await unnamed(due);
    if (!first.ok) return first;
    if (first.value.length > 0) {
      const mark = await heard();
      if (!mark.ok) return mark;
      const candidates = await unnamed(first.value);
      if (!candidates.ok) return candidates;
      const removed = mark.value && (await removeAll(candidates.value, mark.value));
      if (removed?.ok === false) return removed;
    }
    const left = due.length === 0 ? all : await store.discarded();
    return succeeded(Math.min(...left.map(({ notBefore }) => notBefore)));
  };
}
