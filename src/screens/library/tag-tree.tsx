import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { isWithin, sameTag, tagKey } from '#src/notes/tag-name.ts';
import { type TagNode, tagTree } from '#src/notes/tag-tree.ts';
import { DownIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { TagIcon } from '#src/ui/later-icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import { queryOf } from './notebook-choice.ts';
import { NotebookLink } from './notebook-link.tsx';
import notebooks from './notebooks.module.css';
import { moveInTree } from './tag-keys.ts';
import styles from './tag-tree.module.css';

interface TagTreeProps {
  readonly notes: readonly NoteSummary[];
  /** The tag whose list is shown. */
  readonly chosen: string | null;
}

/** So many of a group are in the page, and as many more each time that a person asks: thousands would make every change of a note slow. */
const most = 100;

/** Every tag, those with `/` in groups that open. */
export const TagTree = ({ notes, chosen }: TagTreeProps) => {
  const { t } = useWords();
  const tags = useMemo(() => tagTree(notes), [notes]);
  const heading = useId();
  /** What a person has opened or closed, by the tag's key. */
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  if (tags.length === 0) return null;
  const isOpen = ({ tag }: TagNode) =>
    turned.get(tagKey(tag)) ?? (chosen !== null && isWithin(chosen, tag) && !sameTag(chosen, tag));
  const turn = (node: TagNode) => setTurned(new Map(turned).set(tagKey(node.tag), !isOpen(node)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the links and buttons in it
    <div onKeyDown={onKeys}>
      <h2 id={heading} className={notebooks.heading}>
        {t('Tags')}
      </h2>
      <TagGroup tags={tags} labelledBy={heading} chosen={chosen} isOpen={isOpen} onTurn={turn} />
    </div>
  );
};

const onKeys = (event: KeyboardEvent<HTMLElement>) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (moveInTree(event.key, event.target, event.currentTarget)) event.preventDefault();
};

interface TagGroupProps {
  readonly id?: string;
  readonly tags: readonly TagNode[];
  readonly labelledBy: string;
  readonly chosen: string | null;
  readonly isOpen: (node: TagNode) => boolean;
  readonly onTurn: (node: TagNode) => void;
}

const TagGroup = ({ id, tags, labelledBy, ...tree }: TagGroupProps) => {
  const { t } = useWords();
  const [shown, setShown] = useState(most);
  return (
    <ul id={id} aria-labelledby={labelledBy}>
      {tags.slice(0, shown).map((node) => (
        <TagItem key={tagKey(node.tag)} node={node} {...tree} />
      ))}
      {tags.length > shown ? (
        <li>
          <Button variant="quiet" size="small" onClick={() => setShown(shown + most)}>
            {t('Show more tags')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
};

const TagItem = ({ node, ...tree }: Omit<TagGroupProps, 'id' | 'tags' | 'labelledBy'> & { readonly node: TagNode }) => {
  const { t } = useWords();
  const id = useId();
  const { tag, name, under } = node;
  const open = under.length > 0 && tree.isOpen(node);
  return (
    <li>
      <NotebookLink
        to={queryOf({ kind: 'tag', tag })}
        icon={<TagIcon size={18} />}
        name={name}
        label={tag === name ? undefined : tag}
        count={node.notes}
        chosen={tree.chosen !== null && sameTag(tree.chosen, tag)}
        middle={
          under.length === 0 ? null : (
            <IconButton
              id={`${id}-turn`}
              className={styles.turn}
              label={t('Tags under {tag}', { tag })}
              icon={<DownIcon size={16} />}
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => tree.onTurn(node)}
            />
          )
        }
      />
      {open ? (
        <div className={styles.under}>
          <TagGroup id={id} tags={under} labelledBy={`${id}-turn`} {...tree} />
        </div>
      ) : null}
    </li>
  );
};
