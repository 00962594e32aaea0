import { useEffect, useState } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type NoteAttachment, noteAttachments } from '#src/notes/note-attachments.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { downloadName, shownName } from '#src/notes/shown-name.ts';
import type { Notebook, StorageReport } from '#src/services.ts';
import { DownloadIcon } from '#src/ui/action-icons.tsx';
import { followDownload } from '#src/ui/follow-download.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { TrashIcon } from '#src/ui/icons.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import styles from './storage.module.css';

interface NoteFilesProps {
  readonly id: NoteId;
  readonly report: StorageReport;
  readonly notebook: Notebook;
  readonly home: AttachmentHome;
  readonly onRemoved: () => void;
}

type Placed = NoteAttachment & { readonly keys: readonly [string, ...string[]] };

/** The files of one note, with what is known of each. */
export const NoteFiles = ({ id, report, notebook, home, onRemoved }: NoteFilesProps) => {
  const words = useWords();
  const { t, told } = words;
  const toasts = useToasts();
  const [files, setFiles] = useState<readonly Placed[] | null>(null);
  useEffect(() => {
    const show = (record: { readonly text: string; readonly attachment: string | null } | undefined) => {
      const named = record === undefined ? [] : noteAttachments(record.text, record.attachment, home);
      setFiles(named.filter(isPlaced).map((file) => ({ ...file, name: nameOf(file) })));
    };
    void notebook.read(id).then(show, () => undefined);
    return notebook.watch(id, show);
  }, [notebook, id, home]);
  if (files === null) return null;

  const download = async ({ name, keys }: Placed) => {
    const file = downloadName(name, keys[0]);
    const address = await notebook.files.downloadAddress(keys, file);
    if (address.ok) followDownload(address.value, file);
    else toasts.show({ message: told(address.failure) });
  };
  const remove = async ({ name, keys }: Placed) => {
    const removed = await notebook.files.remove(id, keys[0]);
    if (!removed.ok) return toasts.show({ message: told(removed.failure) });
    onRemoved();
    const undo = async () => {
      const undone = await removed.value.undo();
      if (!undone.ok) toasts.show({ message: told(undone.failure) });
      onRemoved();
    };
    toasts.show({ message: t('“{name}” removed', { name }), action: { label: t('Undo'), onAct: () => void undo() } });
  };
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.keys[0]} className={styles.file}>
          <span className={styles.name} dir="auto">
            {file.name}
          </span>
          <span className={styles.size}>{stateWords(report.stateOf(file.keys), words)}</span>
          <span className={styles.buttons}>
            <IconButton
              label={t('Download {name}', { name: file.name })}
              icon={<DownloadIcon size={18} />}
              onClick={() => void download(file)}
            />
            <IconButton
              label={t('Remove {name}', { name: file.name })}
              icon={<TrashIcon size={18} />}
              onClick={() => void remove(file)}
            />
          </span>
        </li>
      ))}
    </ul>
  );
};

const nameOf = ({ name, keys }: Placed): string => shownName(name) || downloadName('', keys[0]);

const isPlaced = (file: NoteAttachment): file is Placed => file.keys.length > 0;

function stateWords(state: ReturnType<StorageReport['stateOf']>, { t, locale }: Words): string {
  switch (state) {
    case 'sending':
      return t('on its way to S3');
    case 'missing':
      return t('not in the bucket');
    case 'unknown':
      return t('size unknown');
    default:
      return formatBytes(state, locale);
  }
}
