import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotesApi } from '#src/aws/notes-api.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import { isClean } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { changesDiscarded } from '#src/store/person-edits.ts';
import { createDevice, type Device, type DeviceParts, home } from './fakes/device.ts';
import { play } from './world/play.ts';
import { story } from './world/steps.ts';

// Devices that lose something, each in a way that a sync engine could: the property that all others hold must find each of them out.

type Build = (...args: Parameters<typeof createDevice>) => Device;

const withParts =
  (parts: (server: Parameters<Build>[0], timers: Parameters<Build>[1]) => DeviceParts): Build =>
  (server, timers) =>
    createDevice(server, timers, parts(server, timers));

const ignoresConflicts = withParts((server) => ({
  api: (network) => {
    const api = server.reachedBy(network);
    const write: NotesApi['write'] = async (note, profile) => {
      const answer = await api.write(note, profile);
      if (!answer.ok || answer.value.kind !== 'changed elsewhere') return answer;
      return api.write({ ...note, version: answer.value.note.version }, profile);
    };
    return { ...api, write };
  },
}));

const dropsItsOutboxWhenItStarts: Build = (server, timers) => {
  const device = createDevice(server, timers);
  return {
    ...device,
    async restart() {
      const unsent = (await device.store.outbox()).map(({ id }) => id);
      await device.store.change(unsent, (record) => record && changesDiscarded(record, home), 'discarding');
      await device.restart();
    },
  };
};

const letsDeletionsWin = withParts((_server, { now }) => {
  const store = createMemoryNoteStore({ home, now });
  const change: NoteStore['change'] = (ids, transition, cause) =>
    store.change(
      ids,
      (record, id) => {
        const next = transition(record, id);
        const wasEdited = record !== undefined && !isClean(record);
        return cause === 'sync' && wasEdited && next?.base?.deleted === true ? undefined : next;
      },
      cause,
    );
  return { store: { ...store, change } };
});

const forgetsWhatIsTypedWhileItSends: Build = withParts((_server, { now }) => {
  const store = createMemoryNoteStore({ home, now });
  const change: NoteStore['change'] = (ids, transition, cause) =>
    store.change(
      ids,
      (record, id) => {
        const next = transition(record, id);
        const isAnswered = record?.sending?.kind === 'save' && next?.sending === null;
        const sent = record?.sending?.kind === 'save' ? record.sending.text : '';
        return cause === 'sync' && isAnswered ? { ...next, text: sent, waiting: null } : next;
      },
      cause,
    );
  return { store: { ...store, change } };
});

describe('The property of all devices finds out a device that', () => {
  it.each([
    ['ignores that a note was changed elsewhere', ignoresConflicts],
    ['drops its outbox when it starts', dropsItsOutboxWhenItStarts],
    ['lets a deletion win against an edit', letsDeletionsWin],
    ['forgets what is typed while it sends', forgetsWhatIsTypedWhileItSends],
  ])(
    '%s',
    async (_what, build) => {
      const property = fc.asyncProperty(story, (one) => play(one, 'versioned', { build }));
      // Most are found out within a thousand stories; so many that chance alone lets none pass.
      const run = await fc.check(property, { numRuns: 60_000, endOnFailure: true });
      expect(run.failed).toBe(true);
      expect(String(run.errorInstance)).toMatch(/words that nobody took away|have the same notes/);
    },
    240_000,
  );
});
