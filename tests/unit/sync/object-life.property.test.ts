import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { addAttachment, attachmentLink, attachmentsIn, removeAttachment } from '#src/notes/attachment-references.ts';
import { resolveConflicts } from '#src/notes/conflict-block.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, type Device, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer, type FakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, type FakeTimers, settled } from './fakes/fake-timers.ts';

const notes = [noteId('a'), noteId('b'), noteId('c')];
const day = 24 * 3_600_000;

const device = fc.nat(1);
const note = fc.nat(2);
const named = <N extends string>(...names: readonly N[]) => fc.constantFrom(...names);
const failures = (['expired', 'unavailable', 'throttled'] as const).map((kind) => awsFailure(kind));

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: named('attach'), device, note, bytes: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: named('remove', 'undo', 'cut', 'delete', 'call off'), device, note }) },
  { weight: 2, arbitrary: fc.record({ do: named('discard', 'edit', 'read'), device, note }) },
  { weight: 2, arbitrary: fc.record({ do: named('restore'), device, note, which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: named('copy'), device, note, to: note }) },
  { weight: 3, arbitrary: fc.record({ do: named('sync', 'restart', 'close tab', 'switch tab'), device }) },
  { weight: 2, arbitrary: fc.record({ do: named('online'), device, online: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: named('pass'), ms: fc.constantFrom(100, 2_000, 11_000, 70_000) }) },
  { weight: 1, arbitrary: fc.record({ do: named('sleep'), days: fc.constantFrom(0.1, 1.1, 31) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: named('fault'),
      device,
      operation: named('write', 'remove', 'remove file', 'upload', 'part', 'complete', 'abort'),
      fault: fc.constantFrom('no request' as const, 'no answer' as const, 'dies' as const, ...failures),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Nobody is at a device for a long time: what it would do every minute meanwhile is not played. */
async function sleep(devices: readonly Device[], timers: FakeTimers, ms: number): Promise<void> {
  timers.skip(ms);
  for (const one of devices) await one.restart();
  await settled();
}

const keysOf = (server: FakeNotesServer): readonly string[] =>
  [...server.texts().keys()].flatMap((id) => {
    const { content = '', attachment = null } = server.note(id) ?? {};
    return keysNamed({ text: content, attachment }, home).slice(0, attachmentsIn(content).length || 1);
  });

async function play(steps: readonly Step[], profile: Profile): Promise<void> {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  const bucket = emptyBucket(
    new (class extends Map<string, Blob> {
      override delete(key: string): boolean {
        if (keysOf(server).includes(key)) deletedTooSoon.add(key);
        return super.delete(key);
      }
    })(),
  );
  const deletedTooSoon = new Set<string>();
  const devices = [0, 1].map(() => createDevice(server, timers, { bucket }));
  /** The offer to take the last removal back, which goes with its page. */
  const undo = new Map<number, { readonly page: unknown; readonly act: () => Promise<unknown> }>();
  const noteOf = (at: number) => notes[at] ?? raise();
  const deviceOf = (at: number) => devices[at] ?? raise();
  const firstLink = (text: string | null) => attachmentsIn(text ?? '')[0];
  for (const one of devices) {
    one.app().engine.start();
    await settled();
  }
  const made = new Set<NoteId>();
  let files = 0;

  async function take(one: Step): Promise<unknown> {
    if (one.do === 'pass') return timers.pass(one.ms);
    if (one.do === 'sleep') return sleep(devices, timers, one.days * day);
    const at = deviceOf(one.device);
    const { notebook, page } = at.app();
    if (one.do === 'sync') return void at.sync();
    if (one.do === 'restart') return at.restart();
    if (one.do === 'close tab') return at.closeTab();
    if (one.do === 'switch tab') return at.switchTab();
    if (one.do === 'fault') return at.network.meet(one.operation, one.fault);
    if (one.do === 'online') {
      at.network.online = one.online;
      return page.tell(one.online ? 'online' : 'offline');
    }
    const id = noteOf('note' in one ? one.note : 0);
    const text = await at.text(id);
    switch (one.do) {
      case 'attach':
        // A note's id is known to no other device before AWS has it.
        if (text === null && made.has(id)) return;
        made.add(id);
        files += 1;
        return notebook.files.attach(id, [picked(new File(['x'.repeat(one.bytes)], `${files}.bin`))], null);
      case 'remove': {
        const link = firstLink(text);
        if (link === undefined) return;
        const removed = await notebook.files.remove(id, referenceToKey(link.reference, home.identityId));
        if (removed.ok) undo.set(one.device, { page, act: removed.value.undo });
        return;
      }
      case 'undo': {
        const offer = undo.get(one.device);
        undo.delete(one.device);
        return offer?.page === page ? offer.act() : undefined;
      }
      case 'cut': {
        const link = firstLink(text);
        return link && at.type(id, removeAttachment(text ?? '', link.reference));
      }
      case 'copy': {
        const link = firstLink(text);
        const to = noteOf(one.to);
        if (link === undefined || (await at.text(to)) === null) return;
        const key = referenceToKey(link.reference, home.identityId);
        const markdown = attachmentLink({ key, identityId: home.identityId, name: 'copy', inline: false });
        return notebook.edit(to, (old) => addAttachment(old, markdown));
      }
      case 'edit':
        return text === null ? undefined : at.type(id, `w${timers.now()}\n${text}`);
      case 'read': {
        const link = firstLink(text);
        return link && notebook.files.read([referenceToKey(link.reference, home.identityId)]);
      }
      case 'delete':
        return at.delete(id);
      case 'call off':
        return notebook.undoDelete(id);
      case 'discard':
        return notebook.discardChanges(id);
      case 'restore': {
        const old = (await notebook.history(id))[one.which];
        return old && notebook.restore(id, old.text);
      }
    }
  }

  for (const one of steps) {
    await take(one);
    await settled();
  }

  for (const one of devices) {
    one.network.heal();
    await one.restart();
  }
  await timers.pass(30 * 60_000);
  // The sides of a clash stay in the history, with their files, as long as it is not decided.
  const [decides] = devices;
  for (const id of notes) await decides?.app().notebook.edit(id, (text) => resolveConflicts(text, 'both'));
  for (let rest = 0; rest < 4; rest += 1) {
    await sleep(devices, timers, 31 * day);
    for (let round = 0; round < 3; round += 1) {
      await timers.pass(130_000);
      for (const one of devices) await one.sync();
    }
  }

  const needed = new Set(keysOf(server));
  const stayed = [...bucket.objects.keys()].filter((key) => !needed.has(key));
  expect(stayed, 'objects that no note names').toEqual([]);
  // What nobody needed when it went, and what no device has any more, is shown as gone.
  const gone = [...needed].filter((key) => !bucket.objects.has(key));
  expect(
    gone.filter((key) => deletedTooSoon.has(key)),
    'objects that went while a note named them',
  ).toEqual([]);
  for (const one of devices) {
    const stored = await one.store.files();
    const held = await Promise.all(gone.map(async (key) => ((await stored.bytes(key)) === undefined ? [] : [key])));
    expect(held.flat(), 'objects that could be sent again').toEqual([]);
  }
  expect([...bucket.unfinished.values()].filter(({ parts }) => parts.size > 0)).toEqual([]);
  for (const one of devices) {
    expect(await (await one.store.files()).uploads(), 'files on their way').toEqual([]);
    expect(await one.store.discarded(), 'promises').toEqual([]);
  }
}

function raise(): never {
  throw new Error('no such device or note');
}

it.each(['versioned', 'tutorial'] as const)(
  'whatever two devices do to notes and their files (%s), an object stays while a note names it, and none stays that no note names',
  async (profile) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => play(steps, profile)),
      { numRuns: 60 },
    );
  },
);
