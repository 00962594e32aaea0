import { describe, expect, it } from 'vitest';
import {
  isSavedSearch,
  type KeptSearches,
  noSearches,
  parseSearches,
  withoutRecent,
  withoutSaved,
  withRecent,
  withSaved,
} from '#src/notes/kept-searches.ts';

const recent = (...typed: readonly string[]): KeptSearches => typed.reduce(withRecent, noSearches);

describe('recent searches', () => {
  it('have the last first, each once whatever its case, and no more than eight', () => {
    expect(recent('eggs', 'milk', ' EGGS ').recent).toEqual(['EGGS', 'milk']);
    expect(recent(...'abcdefghij'.split('').map((letter) => `${letter}${letter}`)).recent).toEqual(
      'jihgfedc'.split('').map((letter) => `${letter}${letter}`),
    );
  });

  it('leave out what nobody comes back to', () => {
    expect(recent('', ' ', 'a', 'x'.repeat(500)).recent).toEqual([]);
  });

  it('can be cleared, which leaves the saved ones', () => {
    expect(withoutRecent(withSaved(recent('eggs'), 'milk'))).toEqual({ recent: [], saved: ['milk'] });
  });
});

describe('saved searches', () => {
  it('stand in the order of saving and can be removed', () => {
    const saved = ['tag:trip', 'eggs', 'Tag:trip'].reduce(withSaved, noSearches);
    expect(saved.saved).toEqual(['eggs', 'Tag:trip']);
    expect(isSavedSearch(saved, ' EGGS')).toBe(true);
    expect(withoutSaved(saved, 'eggs').saved).toEqual(['Tag:trip']);
  });
});

describe('what a device has stored', () => {
  it.each([null, '', '{', '[]', '"x"', '{"recent":5,"saved":[1,""]}'])('may be anything: %j', (stored) => {
    expect(parseSearches(stored)).toEqual(noSearches);
  });

  it('comes back as it was', () => {
    const searches = withSaved(recent('eggs', 'milk'), 'has:task');
    expect(parseSearches(JSON.stringify(searches))).toEqual(searches);
  });
});
