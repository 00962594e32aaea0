import { useId, useState } from 'react';
import { asTag } from '#src/notes/tag-name.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useWords } from '#src/words/use-words.ts';

interface TagDialogProps {
  readonly onClose: () => void;
  readonly onTag: (tag: string) => void;
}

/** Asks for the tag that all selected notes get. */
export const TagDialog = ({ onClose, onTag }: TagDialogProps) => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const form = useId();
  const tag = asTag(typed.replace(/^\s*#/, ''));
  return (
    <Dialog
      title={t('Tag the selected notes')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={tag === ''}>
            {t('Add tag')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (tag !== '') onTag(tag);
        }}
      >
        <TextField label={t('Tag')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </form>
    </Dialog>
  );
};
