import type { NoteSummary } from './note-summary.ts';
import { belongsTo } from './notebooks.ts';
import { tagKey } from './tag-name.ts';

/** A tag with those under it: `work` with `work/home`, also where no note has `work` itself. */
export interface TagNode {
  readonly tag: string;
  /** What it has more than the one that it is under. */
  readonly name: string;
  /** How many notes its list has. */
  readonly notes: number;
  readonly under: readonly TagNode[];
}

interface GrowingNode {
  readonly tag: string;
  readonly name: string;
  readonly under: GrowingNode[];
  notes: number;
  lastNote: NoteSummary | null;
}

/** Every tag that has a list, in alphabetical order. One pass over the notes. */
export function tagTree(notes: readonly NoteSummary[]): readonly TagNode[] {
  const roots: GrowingNode[] = [];
  const byKey = new Map<string, GrowingNode>();
  /** By the tag as it is written: the tag and all that it is under. */
  const chains = new Map<string, readonly GrowingNode[]>();
  const chainOf = (tag: string): readonly GrowingNode[] => {
    const chain: GrowingNode[] = [];
    for (const part of [...partsOf(tag), tag]) {
      const above = chain.at(-1);
      const key = tagKey(part);
      let node = byKey.get(key);
      if (node === undefined) {
        const name = above === undefined ? part : part.slice(above.tag.length + 1);
        node = { tag: part, name, under: [], notes: 0, lastNote: null };
        byKey.set(key, node);
        (above?.under ?? roots).push(node);
      }
      chain.push(node);
    }
    return chain;
  };
  for (const note of notes) {
    if (note.tags.length === 0 || !belongsTo(note, { kind: 'all' })) continue;
    for (const tag of note.tags) {
      let chain = chains.get(tag);
      if (chain === undefined) {
        chain = chainOf(tag);
        chains.set(tag, chain);
      }
      for (const node of chain) {
        if (node.lastNote === note) continue;
        node.lastNote = note;
        node.notes += 1;
      }
    }
  }
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  const sort = (nodes: GrowingNode[]) => {
    nodes.sort((a, b) => compare(a.name, b.name));
    for (const { under } of nodes) sort(under);
  };
  sort(roots);
  return roots;
}

/** The tags that it is under, the outermost first. */
function partsOf(tag: string): readonly string[] {
  const parts: string[] = [];
  for (let at = tag.indexOf('/'); at !== -1; at = tag.indexOf('/', at + 1)) {
    if (at > 0 && tag[at - 1] !== '/') parts.push(tag.slice(0, at));
  }
  return parts;
}
