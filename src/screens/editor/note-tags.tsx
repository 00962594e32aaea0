import { useContext, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { addTag, removeTag } from '#src/notes/remove-tag.ts';
import { sameTag } from '#src/notes/tag-name.ts';
import { tagsOf } from '#src/notes/tags.ts';
import type { Notebook } from '#src/services.ts';
import { CloseIcon } from '#src/ui/icons.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useSettled } from '#src/ui/use-settled.ts';
import { useWords } from '#src/words/use-words.ts';
import { AddTag } from './add-tag.tsx';
import { EditorNeedsContext } from './editor-needs.ts';
import styles from './note-tags.module.css';

interface NoteTagsProps {
  readonly notebook: Notebook;
  readonly id: NoteId;
  /** The note's text as it is on the device. */
  readonly text: string;
  readonly editable: boolean;
}

/** So long, ms: looking for tags in a note of 100 kB is too much for every key. */
const afterTyping = 300;
const tagsShown = 50;

/** The note's tags: the way to the list of each, and where the note takes changes, what adds and removes them. */
export const NoteTags = ({ notebook, id, text, editable }: NoteTagsProps) => {
  const { t, told, counted } = useWords();
  const toasts = useToasts();
  const needs = useContext(EditorNeedsContext);
  const add = useRef<HTMLButtonElement>(null);
  const settled = useSettled(text, afterTyping);
  /** What a command here made of the text: that is shown at once. */
  const [made, setMade] = useState<string | null>(null);
  const shown = text === made ? text : settled;
  const tags = useMemo(() => tagsOf(shown), [shown]);

  // In one go with what is stored; what is being typed is merged with it, as with what comes from another device.
  const change = async (make: (text: string) => string, done: (before: string, after: string) => void) => {
    let before = '';
    const result = await notebook.edit(id, (current) => {
      before = current;
      return make(current);
    });
    if (!result.ok) return toasts.show({ message: told(result.failure) });
    setMade(result.value.text);
    done(before, result.value.text);
  };
  const remove = (tag: string) => {
    add.current?.focus();
    void change(
      (current) => removeTag(current, tag),
      (before, after) =>
        toasts.show({
          about: id,
          message: t('#{tag} removed', { tag }),
          action: {
            label: t('Undo'),
            onAct: () =>
              void notebook.write(id, { seen: after, text: before }).then((result) => {
                if (result.ok) setMade(result.value.text);
                else toasts.show({ message: told(result.failure) });
              }),
          },
        }),
    );
  };
  const put = (tag: string) =>
    void change(
      (current) => (tagsOf(current).some((one) => sameTag(one, tag)) ? current : addTag(current, tag)),
      () => undefined,
    );

  return (
    <span className={styles.tags}>
      {tags.slice(0, tagsShown).map((tag) => (
        <span key={tag} className={styles.tag}>
          <Link className={styles.link} to={{ pathname: '/', search: `?${new URLSearchParams({ in: `tag:${tag}` })}` }}>
            #{tag}
          </Link>
          {editable ? (
            <button
              type="button"
              className={styles.remove}
              aria-label={t('Remove tag {tag}', { tag })}
              title={t('Remove tag {tag}', { tag })}
              onClick={() => remove(tag)}
            >
              <CloseIcon size={12} />
            </button>
          ) : null}
        </span>
      ))}
      {tags.length > tagsShown ? (
        <span>{counted(tags.length - tagsShown, '1 more tag', '{count} more tags')}</span>
      ) : null}
      {editable ? <AddTag button={add} known={needs.tags} onAdd={put} /> : null}
    </span>
  );
};
