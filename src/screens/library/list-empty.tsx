import { Link } from 'react-router-dom';
import type { NotebookName } from '#src/notes/notebooks.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ArchiveIcon, NewNoteIcon, PinIcon, SearchIcon, TrashIcon } from '#src/ui/icons.tsx';
import { TagIcon } from '#src/ui/later-icons.tsx';
import { useWords } from '#src/words/use-words.ts';

interface ListEmptyProps {
  readonly choice: NotebookName;
  /** What was searched for; '' where nothing was. */
  readonly search: string;
}

/** Says why the list is empty and what would fill it. */
export const ListEmpty = ({ choice, search }: ListEmptyProps) => {
  const { t } = useWords();
  if (search !== '') {
    return (
      <EmptyState icon={<SearchIcon size={26} />} title={t('Nothing found')}>
        {t('No note here has “{words}”. Every word is looked for in titles, texts and tags.', { words: search })}
      </EmptyState>
    );
  }
  switch (choice.kind) {
    case 'all':
      return (
        <EmptyState
          icon={<NewNoteIcon size={26} />}
          title={t('A place for your notes')}
          actions={
            <Link className={buttonClass({ variant: 'primary' })} to="/notes/new">
              {t('Write the first one')}
            </Link>
          }
        >
          {t('They are kept on this device at once, and in your own AWS account a moment later.')}
        </EmptyState>
      );
    case 'pinned':
      return (
        <EmptyState icon={<PinIcon size={26} />} title={t('Nothing pinned')}>
          {t('Pin a note from its menu to keep it at hand.')}
        </EmptyState>
      );
    case 'archive':
      return (
        <EmptyState icon={<ArchiveIcon size={26} />} title={t('The archive is empty')}>
          {t('Archived notes leave the list, and searches still find them.')}
        </EmptyState>
      );
    case 'trash':
      return (
        <EmptyState
          icon={<TrashIcon size={26} />}
          title={t('The trash is empty')}
          actions={<Link to="/gone">{t('Notes removed elsewhere')}</Link>}
        >
          {t('Notes moved here stay until you delete them for ever.')}
        </EmptyState>
      );
    case 'tag':
      return (
        <EmptyState icon={<TagIcon size={26} />} title={t('No notes with this tag')}>
          {t('Write #{tag} anywhere in a note and it appears here.', choice)}
        </EmptyState>
      );
  }
};
