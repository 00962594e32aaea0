import { describe, expect, it } from 'vitest';
import { sharedText } from '#src/app/shared-text.ts';

describe('what another app shares', () => {
  it.each([
    ['?text=Milk%20and%20bread', 'Milk and bread'],
    ['?title=Shopping&text=Milk', 'Shopping\n\nMilk'],
    ['?title=A%20page&url=https://example.org/', 'A page\n\nhttps://example.org/'],
    ['?title=A&text=A%20page&url=', 'A page'],
    ['?text=See%20https://example.org/&url=https://example.org/', 'See https://example.org/'],
    ['?title=two%0Alines&text=one%0D%0Atwo', 'two lines\n\none\ntwo'],
    ['?text=a%00b%1B%09c', 'ab\tc'],
    ['?other=x', ''],
    ['', ''],
  ])('%s is a note with the text %j', (search, text) => expect(sharedText(search)).toBe(text));

  it('is taken to its end, however much the address carries', () => {
    const text = `${'Bread and butter. '.repeat(100_000)}The end`;
    expect(sharedText(`?${new URLSearchParams({ text })}`)).toBe(text);
  });
});
