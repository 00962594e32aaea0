import { Link } from 'react-router-dom';
import type { Upload } from '#src/services.ts';
import { FileIcon } from '#src/ui/action-icons.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { PageSection } from '#src/ui/page.tsx';
import styles from './ledger.module.css';

/** Attachments that S3 does not have yet. They go on only while this page is open. */
export const FilesOnTheirWay = ({ uploads }: { readonly uploads: readonly Upload[] }) => (
  <PageSection title="Files">
    <ul className={styles.changes}>
      {uploads.map(({ id, noteId, name, sentBytes, totalBytes, state }) => (
        <li key={id} className={styles.change}>
          <span className={styles.icon}>
            <FileIcon size={18} />
          </span>
          <div className={styles.what}>
            <p className={styles.title} dir="auto">
              <Link to={`/notes/${noteId}`}>{name}</Link>
            </p>
            {state.kind === 'failed' ? (
              <p className={styles.failure}>Not attached. {state.failure.message}</p>
            ) : (
              <p className={styles.told}>
                {formatBytes(sentBytes)} of {formatBytes(totalBytes)} sent
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  </PageSection>
);
