import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const hour = 3_600_000;
/** Under either prefix, as the tutorial's clients wrote them, and as we do. */
const keys = [
  `${home.prefix}0mio4k2s7abcdefghij-a.png`,
  `private/${home.identityId}/1511234567890-b.png`,
  `${home.identityId}-1511234567891-c.png`,
  `${home.prefix}my own d.txt`,
  `${home.prefix}0mio4k2s7abcdefghik-e.png`,
];
const [first, second] = [noteId('first'), noteId('second')];

const step = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    note: fc.constantFrom(first, second),
    files: fc.subarray([...keys]),
    how: fc.constantFrom('link' as const, 'code' as const, 'trash' as const, 'encoded' as const),
    who: fc.constantFrom('this device' as const, 'another' as const),
  }),
  fc.record({ do: fc.constant('delete' as const), note: fc.constantFrom(first, second) }),
  fc.record({
    do: fc.constant('remove' as const),
    note: fc.constantFrom(first, second),
    file: fc.constantFrom(...keys),
  }),
  fc.record({ do: fc.constant('clean' as const) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('network' as const), online: fc.boolean() }),
);

const textOf = (files: readonly string[], how: 'link' | 'code' | 'trash' | 'encoded'): string => {
  const links = files
    .map((key) => attachmentLink({ key, identityId: home.identityId, name: 'file', inline: false }))
    .join('\n');
  if (how === 'code') return `Code\n\n\`\`\`\n${links}`;
  if (how === 'trash') return `---\ntrashed: 2026-11-22T20:17:00Z\n---\nTrash\n\n${links}`;
  return how === 'encoded' ? `Seen at ${encodeURIComponent(files.join(' '))}` : `Links\n\n${links}`;
};

describe('Cleaning up', () => {
  it('deletes nothing that a note, its history or an upload names, whatever has happened before', {
    timeout: 240_000,
  }, async () => {
    let ever = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const timers = createFakeTimers();
        const server = createFakeNotesServer('versioned', timers.now);
        const objects = new Map(keys.map((key) => [key, new Blob(['x'])]));
        const bucket = { ...emptyBucket(objects), lists: true, ageOf: () => 100 * hour };
        const [device, other] = [createDevice(server, timers, { bucket }), createDevice(server, timers, { bucket })];
        for (const { app } of [device, other]) app().engine.start();
        const { notebook } = device.app();
        const report = await notebook.files.storage(notebook);
        const watched = { signal: new AbortController().signal };

        for (const one of steps) {
          if (one.do === 'wait') await timers.pass(one.hours * hour);
          if (one.do === 'network') device.network.online = one.online;
          if (one.do === 'delete') await device.delete(one.note);
          if (one.do === 'remove') await notebook.files.remove(one.note, one.file);
          if (one.do === 'write') {
            const writer = one.who === 'this device' ? device : other;
            await writer.type(one.note, textOf(one.files, one.how));
            if (writer === other) await other.sync();
          }
          if (one.do !== 'clean') continue;
          const { orphans } = await report.look(watched);
          const before = new Map(objects);
          const { deleted } = await report.cleanUp(orphans, watched);
          ever += deleted.length;
          const gone = [...before.keys()].filter((key) => !objects.has(key));
          expect(gone.every((key) => deleted.some((orphan) => orphan.key === key))).toBe(true);
          expect(await neededOf(gone)).toEqual([]);
        }

        /** Those of the keys that a note of any device, or this one's history, names or mentions. */
        async function neededOf(gone: readonly string[]): Promise<readonly string[]> {
          const remembered = await device.store.namedInHistory(gone);
          const needed: string[] = [];
          for (const key of gone) {
            const isNamed = (await device.store.naming(key)).length > 0 || remembered.has(key);
            const ids = server.texts().keys();
            const isOnServer = [...ids].some((id) => {
              const text = server.texts().get(id) ?? '';
              return keysNamed({ text, attachment: null }, home).includes(key) || text.includes(key.slice(-14));
            });
            if (isNamed || isOnServer) needed.push(key);
          }
          return needed;
        }
      }),
      { numRuns: 60 },
    );
    expect(ever).toBeGreaterThan(20);
  });
});
