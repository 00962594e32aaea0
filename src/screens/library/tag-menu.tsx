import { useState } from 'react';
import { isWithin } from '#src/notes/tag-name.ts';
import type { Notebook } from '#src/services.ts';
import { EditIcon, MoreIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu } from '#src/ui/menu.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import { RenameTagDialog } from './rename-tag-dialog.tsx';

/** The button "Manage tag" of a tag's list. */
export const TagMenu = ({ notebook, tag }: { readonly notebook: Notebook; readonly tag: string }) => {
  const { t } = useWords();
  const { notes } = useObservable(notebook.list);
  const [renaming, setRenaming] = useState(false);
  const isUsed = notes.some(({ tags }) => tags.some((one) => isWithin(one, tag)));
  return (
    <>
      <Menu
        label={t('Manage tag')}
        items={[{ label: t('Rename…'), icon: <EditIcon size={18} />, onSelect: () => setRenaming(true) }]}
        trigger={(props) => (
          <IconButton label={t('Manage tag')} icon={<MoreIcon />} disabled={!isUsed && !renaming} {...props} />
        )}
      />
      {renaming ? <RenameTagDialog notebook={notebook} tag={tag} onClose={() => setRenaming(false)} /> : null}
    </>
  );
};
