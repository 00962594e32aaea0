import { expect } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { resolveConflicts } from '#src/notes/conflict-block.ts';
import { moveToTrash, restoreFromTrash } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Timers } from '#src/sync/timers.ts';
import { createDevice, type Device, noteId } from '../fakes/device.ts';
import { awsFailure } from '../fakes/fake-network.ts';
import { createFakeNotesServer, type FakeNotesServer } from '../fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from '../fakes/fake-timers.ts';
import type { Step, Story } from './steps.ts';

const ids = [noteId('a'), noteId('b'), noteId('c')];
const longestClockError = 20 * 60_000;

interface World {
  /** How a device is built over the server; a test that plants a loss builds it otherwise. */
  readonly build?: (server: FakeNotesServer, timers: Timers) => Device;
  /** The tutorial's list is longer than 1 MB and cut, so that devices need not agree; nothing may be lost all the same. */
  readonly listIsCut?: boolean;
}

/**
 * Plays the story, brings every device online, lets them be quiet, and throws unless all of this holds:
 * - each word that an edit put in is there, unless a device that had it took it away (by an edit, a deletion, a choice); on the
 *   tutorial's backend, where one write can hide another, it may be in a device's history instead
 * - all devices and the server have the same notes with the same texts, and nothing is left to be sent
 * - no word stands twice in a note, but in the two versions of a clash, where a person chose to keep both, and where a device never learnt
 *   that its text had arrived and a line was taken out of it elsewhere: nothing tells then that the rest is the same text
 */
export async function play(
  { devices: count, notes, steps }: Story,
  profile: Profile,
  { build = createDevice, listIsCut = false }: World = {},
): Promise<void> {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  if (listIsCut) server.cutList(1, 1_000_000);
  const written = new Set<string>();
  const takenAway = new Set<string>();
  const made = new Set<NoteId>();
  let clockWasWrong = false;
  let bothWereKept = false;
  let anAnswerIsLost = false;
  let aLineIsTaken = false;

  const people = Array.from({ length: count }, () => {
    let offset = 0;
    const clock = { now: () => timers.now() + offset, after: timers.after };
    const device = build(server, clock);
    device.app().engine.start();
    return {
      device,
      setClock(error: number) {
        offset = error;
        clockWasWrong ||= error !== 0;
      },
    };
  });
  const noteOf = (at: number): NoteId => ids[at % notes] ?? raise();
  const personOf = (at: number) => people[at % count] ?? raise();

  /** A person puts a whole text in the place of another, and so takes away what it does not have any more. */
  function tookAway(before: string, after: string): void {
    const left = new Set(wordsIn(after));
    for (const word of wordsIn(before)) if (!left.has(word)) takenAway.add(word);
  }

  async function add(device: Device, one: Step & { do: 'add' }): Promise<void> {
    const id = noteOf(one.note);
    const text = await device.text(id);
    if (text === null && made.has(id)) return;
    made.add(id);
    const word = `w${written.size + 1}`;
    written.add(word);
    await device.type(id, withWord(text ?? '', word, one));
  }

  async function edit(device: Device, id: NoteId, change: (text: string) => string): Promise<void> {
    if ((await device.text(id)) === null) return;
    // What is changed is the text of that moment, which sync may have brought after the look above.
    let changed = { before: '', after: '' };
    await device.app().notebook.edit(id, (before) => {
      changed = { before, after: change(before) };
      return changed.after;
    });
    tookAway(changed.before, changed.after);
  }

  async function take(one: Step): Promise<unknown> {
    if (one.do === 'pass') return timers.pass(one.ms);
    const { device, setClock } = personOf(one.device);
    const { notebook, page } = device.app();
    switch (one.do) {
      case 'add':
        return add(device, one);
      case 'take':
        aLineIsTaken = true;
        return edit(device, noteOf(one.note), (text) => withoutLine(text, one.at));
      case 'trash':
        return edit(device, noteOf(one.note), (text) => moveToTrash(text, timers.now()));
      case 'restore':
        return edit(device, noteOf(one.note), restoreFromTrash);
      case 'choose':
        bothWereKept ||= one.choice === 'both';
        return edit(device, noteOf(one.note), (text) => resolveConflicts(text, one.choice));
      case 'delete':
        tookAway((await device.text(noteOf(one.note))) ?? '', '');
        return device.delete(noteOf(one.note));
      case 'undo':
        return notebook.undoDelete(noteOf(one.note));
      case 'discard': {
        const before = (await device.store.read(noteOf(one.note)))?.text ?? '';
        await notebook.discardChanges(noteOf(one.note));
        return tookAway(before, (await device.store.read(noteOf(one.note)))?.text ?? '');
      }
      case 'sync':
        void device.sync();
        return settled();
      case 'restart':
        return device.restart();
      case 'switch tab':
        return device.switchTab();
      case 'close tab':
        return device.closeTab();
      case 'hold':
        return device.network.holdAfter(one.requests);
      case 'release':
        return device.network.release();
      case 'online':
        device.network.online = one.online;
        page.tell(one.online ? 'online' : 'offline');
        return settled();
      case 'set clock':
        return setClock(one.offset);
      case 'fault': {
        anAnswerIsLost ||= one.operation === 'write' && (one.fault === 'dies' || one.fault === 'no answer');
        const isAnswer = one.fault === 'unavailable' || one.fault === 'expired' || one.fault === 'throttled';
        return device.network.meet(one.operation, isAnswer ? awsFailure(one.fault) : one.fault);
      }
    }
  }

  async function becomeQuiet(): Promise<void> {
    for (const { device, setClock } of people) {
      setClock(0);
      device.network.heal();
      await device.network.release();
      await device.restart();
    }
    // A deletion waits for its time by a clock that was ahead.
    if (clockWasWrong) await timers.pass(longestClockError);
    for (let round = 0; round < 2 * count + 2; round += 1) {
      for (const { device } of people) {
        await timers.pass(11_000);
        await device.sync();
      }
    }
  }

  for (const one of steps) await take(one);
  await becomeQuiet();

  const texts = [...server.texts()].sort();
  const onDevices: string[] = [];
  for (const { device } of people) {
    const records = await Promise.all(ids.map((id) => device.store.read(id)));
    const there = records.flatMap((record) => (record === undefined ? [] : [[record.id, record.text] as const]));
    onDevices.push(...there.map(([, text]) => text));
    if (!listIsCut) expect(there.sort(), 'a device and the server have the same notes').toEqual(texts);
    expect(await device.store.outbox(), 'nothing is left to be sent').toEqual([]);
  }
  const places = [...texts.map(([, text]) => text), ...onDevices];
  if (profile === 'tutorial') places.push(await historyOf(people.map(({ device }) => device)));
  const left = new Set(places.flatMap(wordsIn));
  const lost = [...written].filter((word) => !left.has(word) && !takenAway.has(word));
  expect(lost, 'words that nobody took away').toEqual([]);
  const twice = bothWereKept || (anAnswerIsLost && aLineIsTaken) ? [] : texts.flatMap(([, text]) => twiceIn(text));
  expect(twice, 'words that stand twice in a note').toEqual([]);
}

async function historyOf(devices: readonly Device[]): Promise<string> {
  const histories = await Promise.all(devices.flatMap(({ store }) => ids.map((id) => store.history(id))));
  return histories
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

const wordsIn = (text: string): readonly string[] => text.match(/\bw\d+\b/g) ?? [];

function twiceIn(text: string): readonly string[] {
  // Also where a word was written into one of a block's marks, so that it is a block no longer.
  if (text.includes('Edited in two places')) return [];
  const words = wordsIn(text);
  return words.filter((word, at) => words.indexOf(word) !== at);
}

function withWord(text: string, word: string, { where, at }: Step & { do: 'add' }): string {
  if (text === '') return word;
  if (where === 'top') return `${word}\n${text}`;
  if (where === 'end') return `${text}\n${word}`;
  const lines = text.split('\n');
  const line = at % lines.length;
  return lines.map((old, index) => (index === line ? `${old} ${word}` : old)).join('\n');
}

function withoutLine(text: string, at: number): string {
  const lines = text.split('\n');
  return lines.toSpliced(at % lines.length, 1).join('\n');
}

function raise(): never {
  throw new Error('no such device or note');
}
