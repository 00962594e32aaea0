import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { createChangeFeed } from './change-feed.ts';
import { isClashing } from './history.ts';
import { keysIn } from './history-keys.ts';
import { keysAtStake, promised } from './key-promises.ts';
import { createMemoryFileStore } from './memory-file-store.ts';
import { createMemoryHistory } from './memory-history.ts';
import type { NoteRecord } from './note-record.ts';
import type { DiscardedKey, NoteStore, PullMark, StoreFailure } from './note-store.ts';
import { objectKeysOf, unsentSince } from './record-facts.ts';
import { closedFailure, StoreUnreadable } from './store-failure.ts';
import { stringsIn } from './strings-in.ts';
import { firstChunk, laterChunk } from './summary-chunks.ts';
import { summaryOf } from './summary-of.ts';
import { applyTransition } from './transitions.ts';

/** Keeps the notes for as long as the tab is open ("Don't keep notes on this computer"), and for this tab alone. */
export function createMemoryNoteStore({
  home,
  now,
}: {
  readonly home: AttachmentHome;
  /** ms */
  readonly now: () => number;
}): NoteStore {
  const records = new Map<NoteId, NoteRecord>();
  const summaries = new Map<NoteId, NoteSummary>();
  const discarded = new Map<string, DiscardedKey>();
  const history = createMemoryHistory(now);
  const files = createMemoryFileStore(now, { named, texts });
  const feed = createChangeFeed(null);
  let pullMark: PullMark | undefined;
  let revision = 0;
  let isOpen = true;

  function named(): ReadonlyMap<string, readonly NoteId[]> {
    const ids = new Map<string, NoteId[]>();
    for (const record of records.values()) {
      for (const key of objectKeysOf(record, home)) ids.set(key, [...(ids.get(key) ?? []), record.id]);
    }
    return ids;
  }

  function texts(): readonly string[] {
    return [...records.values(), ...history.young(() => true)].flatMap(stringsIn);
  }

  async function read<T>(value: () => T): Promise<T> {
    if (!isOpen) throw new StoreUnreadable(closedFailure);
    return value();
  }

  async function write<T>(value: () => T): Promise<Result<T, StoreFailure>> {
    return isOpen ? succeeded(value()) : failed(closedFailure);
  }

  function put(id: NoteId, record: NoteRecord | undefined): NoteSummary | null {
    const summary = record === undefined ? null : summaryOf(record, home);
    if (record === undefined) records.delete(id);
    else records.set(id, record);
    if (summary === null) summaries.delete(id);
    else summaries.set(id, summary);
    return summary;
  }

  function end(): void {
    isOpen = false;
    feed.close();
    files.close();
  }

  return {
    async *summaries() {
      const sorted = await read(() => [...summaries.values()].sort((a, b) => b.changedAt - a.changedAt));
      for (let at = 0, size = firstChunk; at < sorted.length; at += size, size = laterChunk) {
        yield sorted.slice(at, at + size);
      }
    },
    read: (id) => read(() => records.get(id)),
    outbox: () =>
      read(() =>
        [...records.values()]
          .filter((record) => unsentSince(record) !== undefined)
          .sort((a, b) => (unsentSince(a) ?? 0) - (unsentSince(b) ?? 0)),
      ),
    confirmed: () =>
      read(
        () => new Map([...records].flatMap(([id, { base }]) => (base === null ? [] : [[id, base.version] as const]))),
      ),
    change: (ids, transition, cause, along = []) =>
      write(() => {
        const { after, changed } = applyTransition(ids, records, transition);
        const coming = along.map(({ row }) => row.key);
        for (const [id, record] of changed) {
          const difference = { before: records.get(id), after: record, cause };
          history.keep(id, difference);
          for (const stake of keysAtStake(difference, coming, home)) {
            const promise = promised(stake, discarded.get(stake.key), now());
            if (promise !== undefined) discarded.set(stake.key, promise);
          }
        }
        revision += 1;
        feed.publish(
          [...changed].map(([id, record]) => ({ id, summary: put(id, record) })),
          revision,
        );
        files.add(along.filter(({ row }) => changed.get(row.noteId) !== undefined));
        return after;
      }),
    history: (id) => read(() => history.of(id)),
    gone: () => read(() => history.gone((id) => records.has(id))),
    namedInHistory: (keys) =>
      read(() => {
        const isClashingNow = (id: NoteId) => isClashing({ before: records.get(id), after: records.get(id) });
        return new Set(keysIn(history.young(isClashingNow), { keys, home }));
      }),
    setAside: () => read(() => []),
    naming: (key) => read(() => [...records.values()].filter((record) => objectKeysOf(record, home).includes(key))),
    discard: (keys, notBefore, why, refused) =>
      write(() => {
        const about = { ...(why && { why }), ...(refused === undefined ? {} : { refused }) };
        for (const key of keys) discarded.set(key, { key, notBefore, ...about });
      }),
    discarded: () => read(() => [...discarded.values()]),
    forgetDiscarded: (key) => write(() => void discarded.delete(key)),
    files: () => read(() => files),
    readPullMark: () => read(() => pullMark),
    writePullMark: (mark) =>
      write(() => {
        pullMark = mark;
      }),
    subscribe: (listener) => feed.subscribe(listener),
    close: end,
    destroy: async () => {
      end();
      records.clear();
      summaries.clear();
      discarded.clear();
      history.clear();
      pullMark = undefined;
      return succeeded(undefined);
    },
  };
}
