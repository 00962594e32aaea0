import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { asTag } from '#src/notes/tag-name.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './note-tags.module.css';

interface AddTagProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  /** The tags in use, the commonest first. */
  readonly known: () => Promise<readonly string[]>;
  readonly onAdd: (tag: string) => void;
}

/** So many are offered to complete what is typed; more nobody looks through. */
const most = 200;

/** The button "Add tag", and the field that it opens. */
export const AddTag = ({ button, known, onAdd }: AddTagProps) => {
  const { t } = useWords();
  const [offered, setOffered] = useState<readonly string[] | null>(null);
  const open = () => {
    setOffered([]);
    known().then(
      (tags) => setOffered((now) => now && tags.slice(0, most)),
      // The field does without them.
      () => undefined,
    );
  };
  const close = () => {
    setOffered(null);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.add}
        aria-expanded={offered !== null}
        onClick={() => (offered === null ? open() : setOffered(null))}
      >
        {t('Add tag')}
      </button>
      {offered === null ? null : (
        <TagField offered={offered} onAdd={onAdd} onDone={close} onLeave={() => setOffered(null)} />
      )}
    </>
  );
};

interface TagFieldProps {
  readonly offered: readonly string[];
  readonly onAdd: (tag: string) => void;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Whoever leaves it adds what is typed, as with Enter; Escape adds nothing. */
const TagField = ({ offered, onAdd, onDone, onLeave }: TagFieldProps) => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  /** By a key: the focus goes by itself then. */
  const isDone = useRef(false);
  const list = useId();
  useEffect(() => field.current?.focus(), []);
  const add = () => {
    const tag = asTag(typed.replace(/^\s*#/, ''));
    if (tag !== '') onAdd(tag);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') add();
    isDone.current = true;
    onDone();
  };
  return (
    <>
      <input
        ref={field}
        className={styles.field}
        aria-label={t('New tag')}
        list={list}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (isDone.current) return;
          add();
          onLeave();
        }}
      />
      <datalist id={list}>
        {offered.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
};
