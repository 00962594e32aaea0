import { Link } from 'react-router-dom';
import type { NotebookName } from '#src/notes/notebooks.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ArchiveIcon, NewNoteIcon, PinIcon, SearchIcon, TagIcon, TrashIcon } from '#src/ui/icons.tsx';

interface ListEmptyProps {
  readonly choice: NotebookName;
  /** What was searched for; '' where nothing was. */
  readonly search: string;
}

/** Says why the list is empty and what would fill it. */
export const ListEmpty = ({ choice, search }: ListEmptyProps) => {
  if (search !== '') {
    return (
      <EmptyState icon={<SearchIcon size={26} />} title="Nothing found">
        No note here has “{search}”. Every word is looked for in titles, texts and tags.
      </EmptyState>
    );
  }
  switch (choice.kind) {
    case 'all':
      return (
        <EmptyState
          icon={<NewNoteIcon size={26} />}
          title="A place for your notes"
          actions={
            <Link className={buttonClass({ variant: 'primary' })} to="/notes/new">
              Write the first one
            </Link>
          }
        >
          They are kept on this device at once, and in your own AWS account a moment later.
        </EmptyState>
      );
    case 'pinned':
      return (
        <EmptyState icon={<PinIcon size={26} />} title="Nothing pinned">
          Pin a note from its menu to keep it at hand.
        </EmptyState>
      );
    case 'archive':
      return (
        <EmptyState icon={<ArchiveIcon size={26} />} title="The archive is empty">
          Archived notes leave the list, and searches still find them.
        </EmptyState>
      );
    case 'trash':
      return (
        <EmptyState
          icon={<TrashIcon size={26} />}
          title="The trash is empty"
          actions={<Link to="/gone">Notes removed elsewhere</Link>}
        >
          Notes moved here stay until you delete them for ever.
        </EmptyState>
      );
    case 'tag':
      return (
        <EmptyState icon={<TagIcon size={26} />} title="No notes with this tag">
          Write #{choice.tag} anywhere in a note and it appears here.
        </EmptyState>
      );
  }
};
