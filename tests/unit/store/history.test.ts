import { describe, expect, it } from 'vitest';
import { isClashing, keepsakes, losesText } from '#src/store/history.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { Cause, SnapshotReason } from '#src/store/snapshot.ts';
import { aRecord } from './a-record.ts';

const minute = 60_000;
const now = 1_000 * minute;
const base = (text: string) => ({ text, attachment: null, version: 1, at: 0 });
const own = (text: string) => ({ ...base(text), version: 0, own: true }) as const;
const waiting = { kind: 'save', since: 0 } as const;
const leaving = { kind: 'delete', since: 0, notBefore: 0 } as const;
const sending = { kind: 'save', text: 'sent', attachment: null, version: 1, since: 0 } as const;
const record = (text: string, told: Partial<Omit<NoteRecord, 'id'>> = {}) => aRecord({ text, changedAt: now, ...told });
const last = (text: string, minutesAgo: number, reason: SnapshotReason = 'writing') => ({
  text,
  at: now - minutesAgo * minute,
  reason,
});
const kept = (
  before: NoteRecord | undefined,
  after: NoteRecord | undefined,
  cause: Cause,
  newest?: ReturnType<typeof last>,
) => keepsakes({ before, after, cause, newest, now });

describe('of a change that takes no text away', () => {
  it.each([
    ['a new note', undefined, record('New')],
    ['a note that was and is not there', undefined, undefined],
    ['the same text', record('Same'), record('Same', { waiting, base: base('Other') })],
  ])('nothing is kept: %s', (_, before, after) => {
    for (const cause of ['writing', 'sync', 'restoring', 'discarding', 'choosing'] as const) {
      expect(kept(before, after, cause)).toEqual([]);
      expect(losesText({ before, after, cause })).toBe(false);
    }
  });

  it('nor is a blank text', () => {
    expect(kept(record(' \n'), record('Text'), 'restoring')).toEqual([]);
    expect(kept(record(''), undefined, 'sync')).toEqual([]);
    expect(kept(record('\t'), undefined, 'discarding')).toEqual([]);
    expect(kept(record('Mine', { waiting }), record('Mine ', { base: base(' ') }), 'sync')).toEqual([
      { text: 'Mine', reason: 'mine' },
    ]);
  });
});

describe('while a person writes', () => {
  const before = record('Before');
  const after = record('After');

  it('what stood before a stretch is kept, five minutes after the last snapshot', () => {
    expect(kept(before, after, 'writing', last('Old', 5))).toEqual([]);
    expect(kept(before, after, 'writing', last('Old', 5.01))).toEqual([{ text: 'Before', reason: 'writing' }]);
    expect(kept(before, after, 'writing', last('Old', 5, 'mine'))).toEqual([]);
  });

  it('the first text of a note is kept once it has stood for five minutes', () => {
    expect(kept(before, after, 'writing')).toEqual([]);
    expect(kept(record('Before', { changedAt: now - 5.01 * minute }), after, 'writing')).toHaveLength(1);
  });

  it('the clock may have been put back', () => {
    expect(kept(before, after, 'writing', last('Old', -60))).toHaveLength(1);
  });

  it('what the newest snapshot has is not kept again', () => {
    expect(kept(before, after, 'writing', last('Before', 60, 'mine'))).toEqual([]);
  });
});

describe('when sync changes the text', () => {
  it.each([
    ['waiting', { waiting }],
    ['in flight', { sending }],
  ])('both sides of the merge are kept where something was %s', (_, unsent) => {
    expect(
      kept(record('Mine', unsent), record('Both', { base: base('Theirs'), waiting }), 'sync', last('x', 0)),
    ).toEqual([
      { text: 'Mine', reason: 'mine' },
      { text: 'Theirs', reason: 'theirs' },
    ]);
  });

  it('theirs is not kept where it is the text now', () => {
    expect(kept(record('Mine', { waiting }), record('Theirs', { base: base('Theirs') }), 'sync')).toEqual([
      { text: 'Mine', reason: 'mine' },
    ]);
  });

  it('what was written here without versions is kept, however soon', () => {
    const after = record('Theirs', { base: base('Theirs') });
    expect(kept(record('Mine', { base: own('Mine') }), after, 'sync', last('Old', 0))).toEqual([
      { text: 'Mine', reason: 'replaced' },
    ]);
  });

  it('what another device wrote is kept once in five minutes', () => {
    const before = record('1', { base: base('1') });
    const after = record('2', { base: base('2') });
    expect(kept(before, after, 'sync')).toEqual([{ text: '1', reason: 'replaced' }]);
    expect(kept(before, after, 'sync', last('Old', 5))).toEqual([]);
    expect(kept(before, after, 'sync', last('Old', 6))).toEqual([{ text: '1', reason: 'replaced' }]);
  });
});

describe('when a note goes', () => {
  it('its last text is kept', () => {
    expect(kept(record('Text', { base: base('Text') }), undefined, 'sync', last('Old', 0))).toEqual([
      { text: 'Text', reason: 'gone' },
    ]);
    expect(kept(record('Text', { waiting }), undefined, 'discarding')).toEqual([{ text: 'Text', reason: 'discarded' }]);
  });

  it('all of its history goes where the person deleted it for ever', () => {
    expect(kept(record('Text', { waiting: leaving }), undefined, 'sync')).toBe('forget');
    expect(kept(record('', { sending: { kind: 'delete', version: 1, since: 0 } }), undefined, 'sync')).toBe('forget');
  });

  it('its last text is kept where the person gave up the deletion of a note that was never sent', () => {
    expect(kept(record('Text', { waiting: leaving }), undefined, 'discarding')).toHaveLength(1);
  });

  it('its last text is found under its own reason, also where it was kept for another one', () => {
    const before = record('Text', { base: base('Text') });
    expect(kept(before, undefined, 'sync', last('Text', 0, 'mine'))).toEqual([{ text: 'Text', reason: 'gone' }]);
    expect(kept(before, undefined, 'sync', last('Text', 0, 'gone'))).toEqual([]);
  });
});

describe('what a person decides', () => {
  it.each([
    ['restoring', 'restored'],
    ['discarding', 'discarded'],
    ['choosing', 'chosen'],
  ] as const)('by %s keeps what stood before', (cause, reason) => {
    expect(kept(record('Before'), record('After'), cause, last('Old', 0))).toEqual([{ text: 'Before', reason }]);
  });

  it('keeps no text twice, unless the first might be thinned out or is looked for', () => {
    const choose = (newest: SnapshotReason) => kept(record('Text'), record('x'), 'choosing', last('Text', 0, newest));
    expect(choose('chosen')).toEqual([]);
    expect(choose('restored')).toEqual([]);
    expect(choose('mine')).toEqual([]);
    expect(choose('writing')).toEqual([{ text: 'Text', reason: 'chosen' }]);
    expect(kept(record('Text', { waiting }), record('x'), 'sync', last('Text', 0, 'restored'))).toEqual([
      { text: 'Text', reason: 'mine' },
    ]);
  });
});

describe('a clash', () => {
  const clash =
    '###### Edited in two places. First version ↓\nA\n###### Edited in two places. Second version ↓\nB\n###### Edited in two places. End of both versions ↑';

  it('is undecided while the note says so, or said so when it went', () => {
    expect(isClashing({ before: record('x'), after: record(clash) })).toBe(true);
    expect(isClashing({ before: record(clash), after: record('A') })).toBe(false);
    expect(isClashing({ before: record(clash), after: undefined })).toBe(true);
  });
});
