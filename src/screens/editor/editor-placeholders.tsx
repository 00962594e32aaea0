import { EmptyState } from '#src/ui/empty-state.tsx';
import { NotesIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import styles from './note-editor.module.css';

export const EditorLoading = () => (
  <div className={styles.loading}>
    <VisuallyHidden>Opening the note</VisuallyHidden>
    <Skeleton width="42%" />
    <Skeleton width="96%" />
    <Skeleton width="88%" />
    <Skeleton width="64%" />
  </div>
);

export const NoteMissing = () => (
  <div className={styles.centre}>
    <EmptyState icon={<SearchIcon size={26} />} title="This note is not here">
      It was deleted for ever, or it has not reached this device yet. If it arrives, it opens here.
    </EmptyState>
  </div>
);

/** The right pane while no note is open. */
export const NothingOpen = () => (
  <div className={styles.nothing}>
    <NotesIcon size={44} />
    <p>No note open</p>
  </div>
);
