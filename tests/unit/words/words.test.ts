import { describe, expect, it } from 'vitest';
import { german } from '#src/words/german.ts';
import { createWords } from '#src/words/words.ts';

const english = createWords('en', 'en-GB', null);
const deutsch = createWords('de', 'de-DE', german);

describe('the words of a language', () => {
  it('are the English ones where no catalogue is given', () => {
    expect(english.t('Cancel')).toBe('Cancel');
    expect(english.t('Next try {when}', { when: 'soon' })).toBe('Next try soon');
    expect(english.counted(1, '1 note', '{count} notes')).toBe('1 note');
    expect(english.counted(2, '1 note', '{count} notes')).toBe('2 notes');
  });

  it('are those of the catalogue', () => {
    expect(deutsch.t('Cancel')).toBe('Abbrechen');
    expect(deutsch.t('Discard edit “{title}”', { title: 'Plan' })).toBe('Änderung von „Plan“ verwerfen');
    expect(deutsch.counted(1, '1 note', '{count} notes')).toBe('1 Notiz');
    expect(deutsch.counted(0, '1 note', '{count} notes')).toBe('0 Notizen');
  });

  it('write numbers as the language does', () => {
    expect(english.counted(12_345, '1 note', '{count} notes')).toBe('12,345 notes');
    expect(deutsch.counted(12_345, '1 note', '{count} notes')).toBe('12.345 Notizen');
    expect(deutsch.t('{names} and {count} more', { names: 'a', count: 1234 })).toBe('a und 1.234 weitere');
    expect(deutsch.number(1.5)).toBe('1,5');
  });

  it('put a value in as it is, whatever stands in it', () => {
    expect(english.t('Keep “{title}” after all?', { title: '{title} $& $1' })).toBe('Keep “{title} $& $1” after all?');
  });
});
