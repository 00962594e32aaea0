import { describe, expect, it } from 'vitest';
import { belongsTo } from '#src/notes/notebooks.ts';
import { type TagNode, tagTree } from '#src/notes/tag-tree.ts';
import { aSummary } from './a-summary.ts';

const notes = [
  aSummary({ tags: ['b', 'Home'] }),
  aSummary({ tags: ['home', 'a10'] }),
  aSummary({ tags: ['a9', 'home/garden/shed', 'HOME/Garden'] }),
  aSummary({ tags: ['home/attic', 'x//y', '/z'] }),
  aSummary({ tags: ['gone', 'home/gone'], trashedAt: 1 }),
];
const told = (nodes: readonly TagNode[]): readonly string[] =>
  nodes.flatMap(({ name, notes: count, under }) => [`${name} ${count}`, ...told(under).map((line) => `  ${line}`)]);
const all = (nodes: readonly TagNode[]): readonly TagNode[] => nodes.flatMap((node) => [node, ...all(node.under)]);

describe('the tree of tags', () => {
  it('has each tag under the one that its name begins with', () => {
    expect(told(tagTree(notes))).toEqual([
      '/z 1',
      'a9 1',
      'a10 1',
      'b 1',
      'Home 4',
      '  attic 1',
      '  garden 1',
      '    shed 1',
      'x 1',
      '  /y 1',
    ]);
  });

  it('counts the notes that each has in its list', () => {
    for (const { tag, notes: count } of all(tagTree(notes))) {
      expect(notes.filter((note) => belongsTo(note, { kind: 'tag', tag }))).toHaveLength(count);
    }
  });
});
