import { describe, expect, it } from 'vitest';
import { continuationOf } from '#src/screens/editor/list-continuation.ts';
import { itemIn } from '#src/screens/editor/list-item.ts';

const atEnd = (line: string) => continuationOf(line, line.length);

describe('Enter in a list', () => {
  it.each([
    ['- milk', '- '],
    ['  * milk', '  * '],
    ['9. nine', '10. '],
    ['3) three', '4) '],
    ['- [x] done', '- [ ] '],
    ['> - quoted', '> - '],
    ['> words', '> '],
    ['>words', '> '],
  ])('goes on behind %j', (line, prefix) => {
    expect(atEnd(line)).toEqual({ kind: 'go on', prefix });
  });

  it.each(['- ', '1. ', '- [ ] ', '> ', '> - '])('ends it in the empty item %j', (line) => {
    expect(atEnd(line)).toEqual({ kind: 'leave', length: line.length });
  });

  it.each(['milk', '-milk', '---', '', '1.milk', '*soft* words'])('does nothing of its own in %j', (line) => {
    expect(atEnd(line)).toBeNull();
  });

  it('does nothing of its own before the words of the item', () => {
    expect(continuationOf('- milk', 1)).toBeNull();
    expect(continuationOf('- milk', 4)).toEqual({ kind: 'go on', prefix: '- ' });
  });

  it('takes a line of a million marks as it is', () => {
    expect(atEnd('> '.repeat(500_000))).toMatchObject({ kind: 'leave' });
    expect(itemIn(`${' '.repeat(1_000_000)}x`)).toBeNull();
  });
});
