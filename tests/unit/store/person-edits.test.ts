import { describe, expect, it } from 'vitest';
import { moveToTrash, restoreFromTrash, withArchived, withPinned, withTags } from '#src/notes/note-document.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import {
  attachmentRemoved,
  changesDiscarded,
  deletedForEver,
  deleteUndone,
  edited,
  written,
} from '#src/store/person-edits.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aRecord, home } from './a-record.ts';

const id = noteId('a');
const now = 100;
const act = { now, home };
const base = { text: 'Text', attachment: null, version: 3, at: 1 };
const saved = aRecord({ id, text: 'Text', base });
const save = (text: string, attachment: string | null = null) =>
  ({ kind: 'save', text, attachment, version: 3, since: 50 }) as const;
const write = (record: NoteRecord | undefined, seen: string, text: string) =>
  written(record, { id, seen, text, ...act });
const failure = { kind: 'too-large', message: 'm', details: 'd' };

describe('what a person types', () => {
  it('makes a note that is not there', () => {
    expect(write(undefined, '', 'New')).toEqual(
      aRecord({ id, text: 'New', changedAt: now, waiting: { kind: 'save', since: now } }),
    );
  });

  it('makes no note where nothing was typed, and brings none back', () => {
    expect(write(undefined, '', '')).toBeUndefined();
    expect(write(undefined, 'Text', 'Text')).toBeUndefined();
    expect(write(saved, 'Text', 'Text')).toBe(saved);
  });

  it('waits from the first edit on', () => {
    const once = write(saved, 'Text', 'Text 1');
    expect(once).toEqual({ ...saved, text: 'Text 1', changedAt: now, waiting: { kind: 'save', since: now } });
    const twice = once && written(once, { id, seen: 'Text 1', text: 'Text 2', now: 200, home });
    expect(twice).toMatchObject({ text: 'Text 2', changedAt: 200, waiting: { kind: 'save', since: now } });
  });

  it('is merged with what the note has become meanwhile', () => {
    const other = { ...saved, text: 'Text\nfrom another tab' };
    expect(write(other, 'Text', 'My Text')?.text).toBe('My Text\nfrom another tab');
  });

  it('changes nothing where another tab typed the same', () => {
    const other = { ...saved, text: 'Same' };
    expect(write(other, 'Text', 'Same')).toBe(other);
    const longer = { ...saved, text: 'Text and more' };
    expect(write(longer, 'Text', 'Text and more')).toBe(longer);
  });

  it('leaves a clean note where it brings back what AWS has', () => {
    const changed = write(saved, 'Text', 'Text 1');
    expect(write(changed, 'Text 1', 'Text')).toEqual({ ...saved, changedAt: now });
  });

  it('still waits when it brings back what AWS has while something else is in flight', () => {
    const sending = { ...saved, text: 'Text 1', sending: save('Text 1') };
    expect(write(sending, 'Text 1', 'Text')).toMatchObject({ sending: save('Text 1'), waiting: { kind: 'save' } });
  });

  it('waits for nothing when it brings back what is in flight', () => {
    const sending = {
      ...saved,
      text: 'Text 2',
      sending: save('Text 1'),
      waiting: { kind: 'save', since: 60 } as const,
    };
    expect(write(sending, 'Text 2', 'Text 1')).toMatchObject({ sending: save('Text 1'), waiting: null });
  });

  it('gives a parked change another chance, and leaves the pace of one that is tried again', () => {
    const waiting = { kind: 'save', since: 60 } as const;
    const parked = { ...saved, text: 'Long', waiting, problem: { failure, attempts: 1, nextTryAt: null } };
    expect(write(parked, 'Long', 'Short')?.problem).toBeNull();
    const later = { ...parked, problem: { failure, attempts: 4, nextTryAt: 500 } };
    expect(write(later, 'Long', 'Short')?.problem).toBe(later.problem);
    expect(write(later, 'Long', 'Text')).toMatchObject({ waiting: null, problem: null });
  });

  it('wins over a deletion', () => {
    const leaving = deletedForEver(saved, 90, 110);
    expect(write(leaving, 'Text', 'Text 1')?.waiting).toEqual({ kind: 'save', since: now });
    const gone = { ...saved, sending: { kind: 'delete', version: 3, since: 90 } as const };
    expect(write(gone, 'Text', 'Text 1')).toMatchObject({ sending: gone.sending, waiting: { kind: 'save' } });
  });

  it('is well-formed, so that AWS gives back what it was sent', () => {
    expect(write(undefined, '', 'a\ud800b')?.text).toBe('a\ufffdb');
    const record = { ...saved, text: 'a\ufffdb' };
    expect(write(record, 'a\ud800b', 'a\ud800bc')?.text).toBe('a\ufffdbc');
  });
});

describe('the time of the last change', () => {
  const edit = (record: NoteRecord, change: (text: string) => string) => edited(record, { id, change, ...act });

  it.each([
    ['pinned', (text: string) => withPinned(text, true), (text: string) => withPinned(text, false)],
    ['archived', (text: string) => withArchived(text, true), (text: string) => withArchived(text, false)],
    ['moved to the trash', (text: string) => moveToTrash(text, now), restoreFromTrash],
  ])('stays where a note is %s, and where that is taken back', (_, there, back) => {
    const moved = edit(saved, there);
    expect(moved).toMatchObject({ changedAt: saved.changedAt, waiting: { kind: 'save', since: now } });
    expect(edit(moved, back)).toEqual(saved);
  });

  it('is again what it was where an edit is taken back, unless more was written since', () => {
    const after = edit(saved, (text) => `${text} #tag`);
    const back = { id, seen: 'Text #tag', text: 'Text', changedAt: saved.changedAt, ...act };
    expect(written(after, back)).toEqual(saved);
    expect(written({ ...after, text: 'Text #tag\nmore' }, back)).toMatchObject({ text: 'Text\nmore', changedAt: now });
  });

  it('is now where other front matter, the text or an attachment changes with it', () => {
    const changedAt = (change: (text: string) => string) => edit(saved, change).changedAt;
    expect(changedAt((text) => withTags(text, ['home']))).toBe(now);
    expect(changedAt((text) => `${withPinned(text, true)}.`)).toBe(now);
    expect(
      attachmentRemoved({ ...saved, attachment: '1-x.png' }, { key: `${home.prefix}1-x.png`, ...act }).changedAt,
    ).toBe(now);
  });
});

describe("the wire's attachment", () => {
  const link = '[x](attachment:~/1-x.png)';

  it('stays while the text does not name it', () => {
    const record = { ...saved, attachment: '1-x.png', base: { ...base, attachment: '1-x.png' } };
    const changed = write(record, 'Text', 'Text 1');
    expect(changed?.attachment).toBe('1-x.png');
    expect(write(changed, 'Text 1', 'Text')).toMatchObject({ attachment: '1-x.png', waiting: null });
  });

  it('belongs to the text once that names it, and goes with its link', () => {
    const record = { ...saved, attachment: '1-x.png', base: { ...base, attachment: '1-x.png' } };
    const named = write(record, 'Text', `Text\n${link}`);
    expect(named?.attachment).toBeNull();
    expect(write(named, `Text\n${link}`, 'Text')).toMatchObject({ attachment: null, waiting: { kind: 'save' } });
  });

  it('is no change where AWS has the very same in another form', () => {
    const text = `Text\n${link}`;
    const address = `https://${home.bucket}.s3.amazonaws.com/us-east-1%3Ame/1-x.png`;
    const record = aRecord({ id, text, base: { ...base, text, attachment: address } });
    const changed = write(record, text, `${text}!`);
    expect(write(changed, `${text}!`, text)).toMatchObject({ waiting: null });
  });

  it('and the links are removed together', () => {
    const key = 'us-east-1:me/1-x.png';
    const text = `Text\n\n${link}\n![y](attachment:~/2-y.png)\n![x](attachment:%7E/1-x.png)\n`;
    const record = aRecord({ id, text, base: { ...base, text } });
    expect(attachmentRemoved(record, { key, ...act }).text).toBe(
      'Text\n\n![y](attachment:~/2-y.png)\n![x](attachment:%7E/1-x.png)\n',
    );
    const onWire = { ...saved, attachment: '1-x.png', base: { ...base, attachment: '1-x.png' } };
    expect(attachmentRemoved(onWire, { key, ...act })).toMatchObject({
      text: 'Text',
      attachment: null,
      waiting: { kind: 'save', since: now },
    });
    expect(attachmentRemoved(saved, { key, ...act })).toBe(saved);
  });
});

describe('a command', () => {
  it('changes the text, and makes the note where there is none', () => {
    const change = (text: string) => withPinned(text, true);
    expect(edited(saved, { id, change, ...act })).toMatchObject({
      text: '---\npinned: true\n---\nText',
      waiting: { kind: 'save', since: now },
    });
    expect(edited(undefined, { id, change, ...act })).toMatchObject({ text: '---\npinned: true\n---\n', base: null });
    expect(edited(saved, { id, change: (text) => text, ...act })).toBe(saved);
  });
});

describe('"Delete for ever"', () => {
  it('waits until it cannot be undone any more', () => {
    const problem = { failure, attempts: 1, nextTryAt: null };
    expect(deletedForEver({ ...saved, problem }, now, 110)).toEqual({
      ...saved,
      waiting: { kind: 'delete', since: now, notBefore: 110 },
    });
  });

  it('waits in the same way for a note that AWS never got', () => {
    const unsent = aRecord({ id, text: 'New', waiting: { kind: 'save', since: 1 } });
    expect(deletedForEver(unsent, now, 110).waiting).toEqual({ kind: 'delete', since: now, notBefore: 110 });
  });

  it('does not begin again', () => {
    const leaving = deletedForEver(saved, 50, 60);
    expect(deletedForEver(leaving, now, 110)).toBe(leaving);
  });

  it('is undone to what was there before', () => {
    expect(deleteUndone(deletedForEver(saved, 90, 110), act)).toEqual(saved);
    const changed = { ...saved, text: 'Text 1', waiting: { kind: 'save', since: 1 } as const };
    expect(deleteUndone(deletedForEver(changed, 90, 110), act)).toMatchObject({
      text: 'Text 1',
      waiting: { kind: 'save', since: now },
    });
    const sending = { ...saved, text: 'Text 1', sending: save('Text 1') };
    expect(deleteUndone(deletedForEver(sending, 90, 110), act)).toEqual(sending);
  });

  it('is undone by saving again where it is on its way', () => {
    const gone = { ...saved, sending: { kind: 'delete', version: 3, since: 90 } as const };
    expect(deleteUndone(gone, act)).toMatchObject({ sending: gone.sending, waiting: { kind: 'save', since: now } });
  });

  it('needs no undoing where nothing was deleted', () => {
    expect(deleteUndone(saved, act)).toBe(saved);
  });
});

describe('giving up what has not been sent', () => {
  const waiting = { kind: 'save', since: 60 } as const;
  const problem = { failure, attempts: 2, nextTryAt: null };

  it('has nothing to do where all is sent', () => {
    expect(changesDiscarded(saved, home)).toBe(saved);
  });

  it.each([
    ['an edit that waits', { waiting, problem }],
    ['an edit in flight', { sending: save('Text 1') }],
    ['an edit in flight and a later one', { sending: save('Text 1'), waiting, problem }],
    ['a deletion that waits', { text: 'Text', waiting: { kind: 'delete', since: 60, notBefore: 70 } as const }],
    ['a deletion in flight', { text: 'Text', sending: { kind: 'delete', version: 3, since: 50 } as const }],
  ])('has the text stand again that AWS has: %s', (_, unsent) => {
    const changed = { ...saved, text: 'Text 2', changedAt: 90, ...unsent };
    expect(changesDiscarded(changed, home)).toEqual({ ...saved, changedAt: 90 });
  });

  it.each([
    ['AWS has never had it', null],
    ['it was deleted elsewhere', { ...base, deleted: true } as const],
  ])('lets the note go where %s', (_, itsBase) => {
    expect(changesDiscarded({ ...saved, base: itsBase, waiting }, home)).toBeUndefined();
    expect(changesDiscarded({ ...saved, base: itsBase, sending: save('Text') }, home)).toBeUndefined();
  });

  it('brings an attachment back that stands beside the text', () => {
    const wired = { ...saved, base: { ...base, attachment: '1-x.png' }, waiting };
    expect(changesDiscarded(wired, home)).toMatchObject({ attachment: '1-x.png', waiting: null });
  });

  it('leaves an attachment to the text that names it', () => {
    const text = 'See [x](attachment:~/1-x.png)';
    const named = { ...saved, base: { ...base, text, attachment: '1-x.png' }, waiting };
    expect(changesDiscarded(named, home)).toMatchObject({ text, attachment: null });
  });
});
