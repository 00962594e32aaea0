import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { asNewName, renamedTag } from '#src/notes/rename-tag.ts';
import { isWithin, longestTag, sameTag, uniqueTags } from '#src/notes/tag-name.ts';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useWords } from '#src/words/use-words.ts';
import { choiceOf, queryOf } from './notebook-choice.ts';
import styles from './rename-tag-dialog.module.css';
import { renaming } from './renaming.ts';
import { useBulk } from './use-bulk.ts';
import { withWords } from './use-search-words.ts';

interface RenameTagDialogProps {
  readonly notebook: Notebook;
  readonly tag: string;
  readonly onClose: () => void;
}

/** Asks for a tag's new name, says before what will become of it, and shows how far the renaming is. */
export const RenameTagDialog = ({ notebook, tag, onClose }: RenameTagDialogProps) => {
  const { t, counted } = useWords();
  const navigate = useNavigate();
  const { run, stop, progress } = useBulk();
  // As they are when the dialog opens: what is typed is compared with them at every key.
  const [carriers] = useState(() =>
    notebook.list.get().notes.filter(({ tags }) => tags.some((one) => isWithin(one, tag))),
  );
  const [known] = useState(() => uniqueTags(notebook.list.get().notes.flatMap(({ tags }) => tags)));
  const [typed, setTyped] = useState(tag);
  const form = useId();
  const stopped = useRef(false);
  // Whoever has gone elsewhere meanwhile stays there.
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const name = asNewName(typed);
  const own = known.filter((one) => isWithin(one, tag));
  const others = known.filter((one) => !isWithin(one, tag));
  const merged = own
    .map((one) => renamedTag(one, tag, name))
    .filter((one) => others.some((other) => sameTag(one, other)));
  const isTooLong = own.some((one) => one.length - tag.length + name.length > longestTag);
  const ready = name !== '' && name !== tag && !isTooLong && progress === null;

  const rename = async () => {
    const told = (count: number) =>
      counted(count, '#{from} is #{to} now, in 1 note', '#{from} is #{to} now, in {count} notes', {
        from: tag,
        to: name,
      });
    /** Whoever is still at the list of the new name goes back to that of the old one. */
    const onUndone = () => {
      const { pathname, search } = window.location;
      const query = new URLSearchParams(search);
      const at = choiceOf(query);
      if (at.kind !== 'tag' || !sameTag(at.tag, name)) return;
      const back = withWords(new URLSearchParams(queryOf({ kind: 'tag', tag })), query.get('q') ?? '');
      void navigate({ pathname, search: back.toString() }, { replace: true });
    };
    await run(
      carriers.map(({ id }) => id),
      { ...renaming(notebook, tag, name, told), onUndone },
    );
    onClose();
    if (!stopped.current) await navigate({ pathname: '/', search: queryOf({ kind: 'tag', tag: name }) });
  };
  const cancel = () => {
    if (progress === null) onClose();
    else {
      stopped.current = true;
      stop();
    }
  };
  return (
    <Dialog
      title={t('Rename #{tag}', { tag })}
      onClose={cancel}
      actions={
        <>
          <Button onClick={cancel}>{t('Cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!ready}>
            {merged.length > 0 ? t('Merge') : t('Rename')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void rename();
        }}
      >
        <TextField
          label={t('New name')}
          value={typed}
          readOnly={progress !== null}
          onChange={(event) => setTyped(event.target.value)}
          {...(isTooLong ? { error: t('This is too long for a tag, or for one under it.') } : {})}
        />
        <p>
          {counted(carriers.length, '1 note will change.', '{count} notes will change.')}{' '}
          {own.length > 1 ? t('The tags under it go along.') : null}
        </p>
        <p aria-live="polite" className={styles.merging}>
          {merged.length === 0
            ? null
            : t('There is {tags} already. Both become one, and cannot be told apart afterwards.', {
                tags: merged.map((one) => `#${one}`).join(', '),
              })}
        </p>
        {progress === null ? null : <ProgressBar label={t('Renaming')} value={progress.done / progress.of} />}
      </form>
    </Dialog>
  );
};
