import type { Failure } from '#src/notes/result.ts';
import type { Notebook } from './notebook.ts';
import { noNetwork } from './sync-failures.ts';

/** What brings the notes into step with AWS. */
export type NotesInStep = Pick<Notebook, 'sync' | 'syncNow'>;

/**
 * Brings them into step. Gives why this device may not know all notes all the same, so that nothing may be deleted because none of its own
 * names it; null: it knows them. `now` in ms.
 */
export async function inStep({ sync, syncNow }: NotesInStep, now: () => number): Promise<Failure<string> | null> {
  const asked = now();
  await syncNow();
  const { phase, syncedAt, longList, failure } = sync.get();
  if (longList) return longListed;
  const isBehind = syncedAt === null || syncedAt < asked || phase === 'offline' || phase === 'signed out';
  return isBehind ? (failure ?? noNetwork) : null;
}

const longListed: Failure<'long list'> = {
  kind: 'long list',
  message:
    'AWS may not list all of your notes, since the list is near the most that the tutorial’s API tells (1 MB). A note that this device does not know may name a file, so nothing is deleted.',
  details: '',
};
