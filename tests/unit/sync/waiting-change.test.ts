import { describe, expect, it } from 'vitest';
import { waitingChange } from '#src/sync/waiting-change.ts';
import { base, deleting, record, saving, toDelete, toSave } from './fakes/records.ts';

const failure = { kind: 'too-large', message: 'Too large.', details: '413' };

describe('A change that waits', () => {
  it('is told by its note’s title, without the front matter', () => {
    const text = '---\npinned: true\n---\n# Shopping\nMilk';
    expect(waitingChange(record(text, { waiting: toSave }))).toEqual({
      noteId: record('').id,
      title: 'Shopping',
      kind: 'edit',
      since: 6,
      state: 'waiting',
      attempts: 0,
      failure: null,
      nextTryAt: null,
    });
  });

  it.each([
    ['new note', { base: null, waiting: toSave }],
    ['new note', { base: null, sending: saving('Milk', null) }],
    ['edit', { sending: saving('Milk') }],
    ['edit', { base: { ...base('Milk', 2), deleted: true }, sending: saving('Milk', 2) }],
    ['edit', { sending: deleting, waiting: toSave }],
    ['deletion', { waiting: toDelete }],
    ['deletion', { sending: deleting }],
    ['deletion', { base: null, waiting: toDelete }],
    ['deletion', { sending: saving('Milk'), waiting: toDelete }],
  ] as const)('is a "%s": %o', (kind, part) => {
    expect(waitingChange(record('Milk', part)).kind).toBe(kind);
  });

  it('is as old as the oldest part of it', () => {
    expect(waitingChange(record('Milk', { sending: saving('Milk'), waiting: toSave })).since).toBe(5);
    expect(waitingChange(record('Milk', { waiting: toDelete })).since).toBe(6);
  });

  it.each([
    ['sending', { sending: saving('Milk') }],
    ['sending', { sending: saving('Milk'), waiting: toSave }],
    ['waiting', { waiting: toSave }],
    ['waiting', { sending: saving('Milk'), problem: { failure, attempts: 3, nextTryAt: 70 } }],
    ['parked', { waiting: toSave, problem: { failure, attempts: 1, nextTryAt: null } }],
    ['parked', { sending: saving('Milk'), problem: { failure, attempts: 8, nextTryAt: null } }],
  ] as const)('is "%s": %o', (state, part) => {
    expect(waitingChange(record('Milk', part)).state).toBe(state);
  });

  it('tells why it is not through, how often it failed, and when it is tried again', () => {
    const problem = { failure, attempts: 3, nextTryAt: 70 };
    expect(waitingChange(record('Milk', { sending: saving('Milk'), problem }))).toMatchObject(problem);
  });
});
