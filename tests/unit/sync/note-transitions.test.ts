import { describe, expect, it } from 'vitest';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import {
  answered,
  conflicted,
  deletedElsewhere,
  deletedHere,
  missing,
  parked,
  pulled,
  pulledDeletion,
  retryLater,
  startSending,
} from '#src/sync/note-transitions.ts';
import { home } from './fakes/device.ts';
import { base, deleting, record, saving, toDelete, toDeleteAt, toSave, wire } from './fakes/records.ts';

const now = 100;
const start = (given: Parameters<typeof record>) => startSending(record(...given), now, home);
const failure = { kind: 'unavailable', message: 'AWS has a problem.', details: '503' };

describe('To send a note', () => {
  it('freezes its text, its attachment on the wire and the version that it replaces', () => {
    const text = `Plan\n\n[plan.pdf](attachment:~/0a-plan.pdf)`;
    const begun = start([text, { base: base('Plan', 4), waiting: toSave }]);
    expect(begun.sending).toEqual({ kind: 'save', text, attachment: '0a-plan.pdf', version: 4, since: 6 });
    expect(begun.waiting).toBeNull();
  });

  it('creates a note that AWS has never confirmed', () => {
    expect(start(['New', { base: null, waiting: toSave }]).sending).toMatchObject({ kind: 'save', version: null });
  });

  it('sends the wire’s attachment back as it came where the text does not name it', () => {
    const begun = start(['Old', { attachment: 'https://bucket.s3.amazonaws.com/x-1-old.pdf', waiting: toSave }]);
    expect(begun.sending).toMatchObject({ attachment: 'https://bucket.s3.amazonaws.com/x-1-old.pdf' });
  });

  it.each([
    ['leaves what is in flight as it is', record('Later', { sending: saving('Earlier'), waiting: toSave })],
    ['has nothing to do with a note that is saved', record('Milk')],
    ['waits until a deletion can no longer be undone', record('Milk', { waiting: toDeleteAt(now + 1) })],
  ])('%s', (_, given) => {
    expect(startSending(given, now, home)).toBe(given);
  });

  it('sends a deletion when its time has come', () => {
    const begun = start(['Milk', { base: base('Milk', 7), waiting: toDeleteAt(now) }]);
    expect(begun).toMatchObject({ sending: { kind: 'delete', version: 7 }, waiting: null });
  });
});

describe('When AWS has taken a save', () => {
  it('has what was sent as its base, and no problem any more', () => {
    const before = record('Milk', {
      base: null,
      sending: saving('Milk', null),
      problem: { failure, attempts: 2, nextTryAt: 9 },
    });
    expect(answered(before, 1, now)).toEqual({
      ...before,
      base: { ...base('Milk', 1), at: now },
      sending: null,
      problem: null,
    });
  });

  it('keeps later edits waiting', () => {
    const after = answered(record('Milk, bread', { sending: saving('Milk'), waiting: toSave }), 2, now);
    expect(after).toMatchObject({
      text: 'Milk, bread',
      base: { text: 'Milk', version: 2 },
      sending: null,
      waiting: toSave,
    });
  });

  it('knows the note for its own writing where there are no versions', () => {
    const before = record('Milk', { base: base('', 0), sending: saving('Milk', 0) });
    expect(answered(before, 0, now).base).toEqual({ ...base('Milk', 0), at: now, own: true });
    expect(conflicted(before, wire('Milk', 0), now, home).base).toMatchObject({ own: true });
    expect(answered(before, 1, now).base).toEqual({ ...base('Milk', 1), at: now });
  });

  it('does not take for its own what somebody else has written since', () => {
    const before = record('Milk', { base: { ...base('Milk', 0), own: true } });
    expect(pulled(before, wire('Milk', 0), now, home)).toBe(before);
    expect(pulled(before, wire('Bread', 0), now, home).base).toEqual({ ...base('Bread', 0), at: now });
  });

  it('may be told so twice', () => {
    const after = answered(record('Milk', { sending: saving('Milk') }), 2, now);
    expect(answered(after, 2, now)).toBe(after);
  });
});

describe('A pull that shows a note', () => {
  it('brings a note that this device does not have', () => {
    expect(pulled(undefined, wire('Milk', 3), now, home)).toEqual({
      ...record('Milk', { base: { ...base('Milk', 3), at: now } }),
      changedAt: 40,
    });
  });

  it('takes the time of a note from its id where AWS tells none', () => {
    const note = wire('Milk', 0, { createdAt: null, updatedAt: null });
    expect(pulled(undefined, note, now, home)?.changedAt).toBe(0x018c00000000);
  });

  it.each([
    ['a version that is known', record('Milk', { base: base('Milk', 3) }), wire('Other', 3)],
    ['an older version', record('Milk', { base: base('Milk', 3) }), wire('Other', 2)],
    ['on the tutorial’s backend, what is known', record('Milk', { base: base('Milk', 0) }), wire('Milk', 0)],
    [
      'a known version while an edit waits',
      record('Milk, bread', { base: base('Milk', 3), waiting: toSave }),
      wire('Milk', 3),
    ],
  ])('changes nothing: %s', (_, before, theirs) => {
    expect(pulled(before, theirs, now, home)).toBe(before);
  });

  it('replaces a note without changes', () => {
    const after = pulled(record('Milk'), wire('Bread', 2), now, home);
    expect(after).toMatchObject({ text: 'Bread', base: { text: 'Bread', version: 2 }, waiting: null, changedAt: 40 });
  });

  it('replaces a note without changes on the tutorial’s backend, by what it says alone', () => {
    const after = pulled(record('Milk', { base: base('Milk', 0) }), wire('Bread', 0, { updatedAt: null }), now, home);
    expect(after).toMatchObject({ text: 'Bread', base: { text: 'Bread' }, changedAt: now });
  });

  it('keeps the time of a note that was only moved elsewhere, so that taking that back does too', () => {
    const before = record('Milk', { changedAt: 7 });
    const there = pulled(before, wire('---\npinned: true\n---\nMilk', 2), now, home);
    expect(there).toMatchObject({ text: '---\npinned: true\n---\nMilk', changedAt: 7 });
    expect(pulled(there, wire('Milk', 3, { updatedAt: null }), now, home)).toMatchObject({
      text: 'Milk',
      changedAt: 7,
    });
    const edited = record('Milk, bread', { changedAt: 7, base: base('Milk', 1), waiting: toSave });
    expect(pulled(edited, wire('---\npinned: true\n---\nMilk', 2), now, home)?.changedAt).toBe(7);
    expect(pulled(edited, wire('Milk\n\neggs', 2), now, home)?.changedAt).toBe(40);
  });

  it('leaves the wire’s attachment to the text where that names it', () => {
    const text = '[plan.pdf](attachment:~/0a-plan.pdf)';
    const after = pulled(undefined, wire(text, 1, { attachment: '0a-plan.pdf' }), now, home);
    expect(after).toMatchObject({ attachment: null, base: { attachment: '0a-plan.pdf' } });
  });

  it('takes the very thing that was sent for ours, and lets later edits wait', () => {
    const before = record('Milk, bread', { base: base('', 1), sending: saving('Milk'), waiting: toSave });
    const after = pulled(before, wire('Milk', 2), now, home);
    expect(after).toMatchObject({
      text: 'Milk, bread',
      base: { text: 'Milk', version: 2 },
      sending: null,
      waiting: toSave,
    });
  });

  it('merges into edits that wait, and has theirs as the new base', () => {
    const before = record('milk, 2 l\n\nbread', { base: base('milk\n\nbread', 1), waiting: toSave });
    const after = pulled(before, wire('milk\n\nbread, dark', 2), now, home);
    expect(after).toMatchObject({
      text: 'milk, 2 l\n\nbread, dark',
      base: { text: 'milk\n\nbread, dark', version: 2 },
      sending: null,
      waiting: toSave,
    });
  });

  it('takes a save in flight back into the merge, since it can no longer arrive as it is', () => {
    const before = record('milk, 2 l\n\nbread', {
      base: base('milk\n\nbread', 1),
      sending: saving('milk, 2 l\n\nbread'),
    });
    const after = pulled(before, wire('milk\n\nbread, dark', 2), now, home);
    expect(after).toMatchObject({
      text: 'milk, 2 l\n\nbread, dark',
      sending: null,
      waiting: { kind: 'save', since: 5 },
    });
  });

  it('has nothing to send where both devices wrote the same', () => {
    const before = record('Milk, bread', { base: base('Milk', 1), waiting: toSave });
    expect(pulled(before, wire('Milk, bread', 2), now, home)).toMatchObject({ text: 'Milk, bread', waiting: null });
  });

  it('keeps both texts where both changed the same word', () => {
    const before = record('Call Ann', { base: base('Call', 1), waiting: toSave });
    const after = pulled(before, wire('Call Bob', 2), now, home);
    expect(conflictBlocks(after?.text ?? '')).toMatchObject([{ mine: 'Call Ann', theirs: 'Call Bob' }]);
  });

  it('brings a note back that was leaving, with the edit made elsewhere', () => {
    const after = pulled(record('Milk', { waiting: toDelete }), wire('Milk, bread', 2), now, home);
    expect(after).toMatchObject({ text: 'Milk, bread', sending: null, waiting: null });
  });

  it('lets a note leave of which only the version is new', () => {
    const after = pulled(record('Milk', { waiting: toDelete }), wire('Milk', 2), now, home);
    expect(after).toMatchObject({ base: { version: 2 }, waiting: toDelete });
  });

  it('keeps an attachment that was removed here out of the note', () => {
    const before = record('Milk', { base: { ...base('Milk', 1), attachment: 'x-old.pdf' }, waiting: toSave });
    const after = pulled(before, wire('Milk, bread', 2, { attachment: 'x-old.pdf' }), now, home);
    expect(after).toMatchObject({ text: 'Milk, bread', attachment: null, waiting: toSave });
  });

  it('takes an attachment over that an old client has put in', () => {
    const before = record('Milk, bread', { base: base('Milk', 1), waiting: toSave });
    const after = pulled(before, wire('Milk', 2, { attachment: 'x-new.pdf' }), now, home);
    expect(after).toMatchObject({ text: 'Milk, bread', attachment: 'x-new.pdf', waiting: toSave });
  });
});

describe('When AWS answers a save with another version', () => {
  it('merges even where that version reads as an older one, as after a restored backup', () => {
    const before = record('milk, 2 l\n\nbread', {
      base: base('milk\n\nbread', 9),
      sending: saving('milk, 2 l\n\nbread', 9),
    });
    const after = conflicted(before, wire('milk\n\nbread, dark', 4), now, home);
    expect(after).toMatchObject({ text: 'milk, 2 l\n\nbread, dark', base: { version: 4 }, sending: null });
  });

  it('keeps both texts where theirs does not hold what was sent', () => {
    const before = record('Call Ann', { base: base('Call', 1), sending: saving('Call Ann') });
    const after = conflicted(before, wire('Call Bob', 2), now, home);
    expect(conflictBlocks(after.text)).toMatchObject([{ mine: 'Call Ann', theirs: 'Call Bob' }]);
  });

  it('sees a text that grew from what it had sent', () => {
    const before = record('Buy milk and tea', { base: base('Buy', 1), sending: saving('Buy milk'), waiting: toSave });
    const after = conflicted(before, wire('Please: Buy milk', 3), now, home);
    expect(after).toMatchObject({ text: 'Please: Buy milk and tea', base: { version: 3 }, waiting: { kind: 'save' } });
  });
});

describe('A note that AWS has no longer', () => {
  it.each([
    ['goes where nothing was changed', record('Milk'), undefined],
    ['stays gone', undefined, undefined],
  ])('%s', (_, before, after) => {
    expect(deletedElsewhere(before, 2, home)).toBe(after);
    expect(missing(before)).toBe(after);
  });

  it('is created again on top of its tombstone where it was edited here', () => {
    const after = deletedElsewhere(record('Milk, bread', { base: base('Milk', 1), waiting: toSave }), 2, home);
    expect(after).toMatchObject({
      text: 'Milk, bread',
      base: { text: 'Milk', version: 2 },
      sending: { kind: 'save', text: 'Milk, bread', version: 2 },
      waiting: null,
    });
  });

  it('is created again where its creation was in flight', () => {
    const after = deletedElsewhere(record('Milk', { base: null, sending: saving('Milk', null) }), 2, home);
    expect(after).toMatchObject({ base: null, sending: { text: 'Milk', version: 2 } });
  });

  it('stays where it is leaving, for the push to let its files go, and an undo has something to send', () => {
    const before = record('Milk', { sending: saving('Milk'), waiting: toDelete });
    const after = deletedElsewhere(before, 2, home);
    expect(after).toMatchObject({ base: { version: 2, deleted: true }, sending: null, waiting: toDelete });
    expect(deletedElsewhere(after, 2, home)).toBe(after);
  });

  it('is not created again, and does not go, by a tombstone that is known', () => {
    const again = record('Milk', { base: base('Milk', 3) });
    expect(pulledDeletion(again, 2, home)).toBe(again);
    const onItsWay = deletedElsewhere(record('Milk, bread', { waiting: toSave }), 2, home);
    expect(pulledDeletion(onItsWay, 2, home)).toBe(onItsWay);
    expect(pulledDeletion(record('Milk'), 2, home)).toBeUndefined();
  });

  it('keeps what it has to send where no list shows it', () => {
    const before = record('Milk, bread', { waiting: toSave });
    const after = missing(before);
    expect(after).toMatchObject({ text: 'Milk, bread', base: { deleted: true }, waiting: toSave });
    expect(missing(after)).toBe(after);
    const leaving = record('Milk', { waiting: toDelete });
    expect(missing(leaving)).toBe(leaving);
  });

  it('goes when our own deletion is done', () => {
    expect(deletedHere(record('Milk', { sending: deleting }), 2, home)).toBeUndefined();
  });

  it('is created again when our own deletion is done but was undone meanwhile', () => {
    const after = deletedHere(record('Milk', { sending: deleting, waiting: toSave }), 2, home);
    expect(after).toMatchObject({ sending: { kind: 'save', text: 'Milk', version: 2 }, waiting: null });
  });
});

describe('A change that is not through', () => {
  it('stays in flight as it is when it is tried again later', () => {
    const before = record('Milk', { sending: saving('Milk') });
    const after = retryLater(before, failure, 200);
    expect(after).toEqual({ ...before, problem: { failure, attempts: 1, nextTryAt: 200 } });
    expect(retryLater(after, failure, 300).problem).toEqual({ failure, attempts: 2, nextTryAt: 300 });
  });

  it('counts its tries anew when it fails in another way', () => {
    const before = retryLater(record('Milk', { sending: saving('Milk') }), failure, 200);
    expect(retryLater(before, { ...failure, kind: 'offline' }, 300).problem?.attempts).toBe(1);
  });

  it('waits for the person where AWS refuses it, and what is sent then is the text as it is then', () => {
    const after = parked(record('Milk', { base: null, sending: saving('Milk', null) }), failure);
    expect(after).toMatchObject({ sending: null, waiting: { kind: 'save', since: 5 }, problem: { nextTryAt: null } });
  });

  it('is tried with its newer text where that has changed since', () => {
    const after = parked(record('M', { sending: saving('Milk'), waiting: toSave }), failure);
    expect(after).toMatchObject({ sending: null, waiting: { kind: 'save' }, problem: null });
  });

  it('is none any more where the person has given it up meanwhile', () => {
    const givenUp = record('Milk');
    expect([retryLater(givenUp, failure, 200), parked(givenUp, failure)]).toEqual([givenUp, givenUp]);
  });

  it('stays a deletion where a deletion is refused', () => {
    const after = parked(record('Milk', { sending: deleting }), failure);
    expect(after).toMatchObject({ sending: null, waiting: { kind: 'delete' }, problem: { nextTryAt: null } });
  });
});
