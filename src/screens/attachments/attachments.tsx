import { type ReactNode, type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Result } from '#src/notes/result.ts';
import { addressElsewhere } from '#src/notes/wire-attachment.ts';
import type { Notebook, PickedFile, StoreFailure } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { onDemand } from '#src/ui/lazy-part.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import { AttachmentCard } from './attachment-card.tsx';
import { type AttachmentItem, attachmentItems } from './attachment-items.ts';
import styles from './attachments.module.css';
import { ElsewhereRow } from './elsewhere-row.tsx';
import { FileInput } from './file-input.tsx';
import { Shrinking } from './shrinking.tsx';
import { type UploadActs, UploadRow } from './upload-row.tsx';
import type { Attaching } from './use-attaching.ts';
import { useNewsInSight } from './use-news-in-sight.ts';
import { useNextFocus } from './use-next-focus.ts';
import { useSaving } from './use-saving.ts';

const Gallery = onDemand(
  () => import('./gallery.tsx'),
  (part) => part.Gallery,
);

const PdfViewer = onDemand(
  () => import('./pdf-viewer.tsx'),
  (part) => part.PdfViewer,
);

interface AttachmentsProps {
  readonly notebook: Notebook;
  readonly id: NoteId;
  /** The note's text and wire attachment, as they are on the device. */
  readonly text: string;
  readonly wire: string | null;
  readonly home: AttachmentHome;
  readonly attaching: Attaching;
  readonly editable: boolean;
  /** What there is to do with all of them at once. */
  readonly onAll: (items: readonly AttachmentItem[]) => ReactNode;
  /** Told of the way to show the picture of an object key large. */
  readonly openPicture: Ref<(key: string) => void>;
}

/** So many are read and shown at once, and with each further wish. */
const atOnce = 60;

/** The attachments of a note, with what is on its way and what was refused. */
export const Attachments = ({
  notebook,
  id,
  text,
  wire,
  home,
  attaching,
  editable,
  onAll,
  openPicture,
}: AttachmentsProps) => {
  const { uploads, shrinking } = attaching;
  const all = useMemo(() => attachmentItems(text, wire, home), [text, wire, home]);
  const pictures = useMemo(() => all.filter(({ picture }) => picture), [all]);
  // Those on their way have a row of their own.
  const items = useMemo(() => {
    const onTheirWay = new Set(uploads.map(({ key }) => key));
    return all.filter(({ keys }) => !keys.some((key) => onTheirWay.has(key)));
  }, [all, uploads]);
  const elsewhere = addressElsewhere(wire, home);
  /** Shown large. */
  const [opened, setOpened] = useState<AttachmentItem | null>(null);
  useImperativeHandle(openPicture, () => (key) => setOpened(pictures.find(({ keys }) => keys.includes(key)) ?? null), [
    pictures,
  ]);
  /** A file is being chosen for its place. */
  const [replaced, setReplaced] = useState<AttachmentItem | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [most, setMost] = useState(atOnce);
  const toasts = useToasts();
  const save = useSaving(notebook.files);
  const { t, told } = useWords();
  const panel = useRef<HTMLElement>(null);
  useNextFocus(panel);
  const { refusals, onTheirWay } = useNewsInSight(attaching);
  const { files } = notebook;
  const tellIfFailed = useCallback(
    async (act: Promise<Result<void, StoreFailure>>) => {
      const result = await act;
      if (!result.ok) toasts.show({ message: told(result.failure) });
    },
    [toasts, told],
  );
  const offerUndo = useCallback(
    (message: string, { undo }: { undo(): Promise<Result<void, StoreFailure>> }) => {
      const onAct = () => void tellIfFailed(undo());
      toasts.show({ message, action: { label: t('Undo'), onAct } });
    },
    [toasts, t, tellIfFailed],
  );
  const uploadActs = useMemo<UploadActs>(
    () => ({
      async cancel(upload) {
        const result = await files.cancel(upload.key);
        if (!result.ok) toasts.show({ message: told(result.failure) });
        else if (result.value !== null) offerUndo(t('Took {name} back out.', upload), result.value);
      },
      pause: ({ key }) => tellIfFailed(files.pause(key)),
      retry: ({ key }, file) => tellIfFailed(files.retry(key, file)),
    }),
    [files, toasts, t, told, tellIfFailed, offerUndo],
  );
  if (elsewhere === null && items.length + uploads.length + shrinking.all + attaching.refused.length === 0) return null;

  const remove = async (item: Pick<AttachmentItem, 'name' | 'keys'>) => {
    const result = await notebook.files.remove(id, item.keys[0]);
    if (!result.ok) return toasts.show({ message: told(result.failure) });
    offerUndo(t('Removed {name}', item), result.value);
  };

  const replace = async ({ name, keys }: Pick<AttachmentItem, 'name' | 'keys'>, picked: readonly PickedFile[]) => {
    const [file] = (await attaching.ready(picked)) ?? [];
    if (file === undefined) return;
    const result = await notebook.files.replace(id, keys[0], file);
    const failure = !result.ok ? result.failure : 'refused' in result.value ? result.value.refused : null;
    if (failure !== null)
      return toasts.show({ message: t('{name}: {problem}', { name: file.name || name, problem: told(failure) }) });
    if (!result.ok || 'refused' in result.value) return;
    offerUndo(t('Replaced {name}', { name }), result.value);
  };

  return (
    <Panel ref={panel} title={t('Attachments')}>
      {attaching.refused.length === 0 ? null : (
        <div ref={refusals} className={styles.news}>
          {attaching.refused.map(({ id: refused, name, failure }) => (
            <Notice
              key={refused}
              tone="danger"
              title={name}
              details={failure.details}
              actions={
                <Button size="small" onClick={() => attaching.dismissRefused(refused)}>
                  {t('Dismiss')}
                </Button>
              }
            >
              {told(failure)}
            </Notice>
          ))}
        </div>
      )}
      {elsewhere === null && items.length === 0 ? null : (
        // biome-ignore lint/a11y/noRedundantRoles: without markers it is no list to Safari unless its role is said
        <ul role="list" className={styles.list} aria-label={t('Attachments')}>
          {items.slice(0, most).map((item) => (
            <AttachmentCard
              key={item.keys[0]}
              notebook={notebook}
              item={item}
              home={home}
              onDownload={() => void save(item)}
              onReplace={
                editable
                  ? () => {
                      setReplaced(item);
                      chooser.current?.click();
                    }
                  : undefined
              }
              onRemove={editable ? () => void remove(item) : undefined}
              onOpen={() => setOpened(item)}
            />
          ))}
          {elsewhere === null ? null : (
            <ElsewhereRow
              address={elsewhere}
              home={home}
              onRemove={editable ? (item) => void remove(item) : undefined}
            />
          )}
        </ul>
      )}
      <FileInput
        ref={chooser}
        label={t('Replace {name}', replaced ?? { name: '' })}
        single
        onFiles={(picked) => void (replaced !== null && replace(replaced, picked))}
      />
      {items.length > most ? <Button onClick={() => setMost(most + atOnce)}>{t('Show more')}</Button> : null}
      {items.length > 1 ? onAll(items) : null}
      {uploads.length + shrinking.all === 0 ? null : (
        <div ref={onTheirWay} className={styles.news}>
          {shrinking.all === 0 ? null : <Shrinking {...shrinking} />}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} home={home} acts={uploadActs} />
          ))}
        </div>
      )}
      {opened !== null && !opened.picture ? (
        <PdfViewer
          files={notebook.files}
          item={opened}
          onDownload={() => void save(opened)}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {opened?.picture !== true ? null : (
        <Gallery
          files={notebook.files}
          items={pictures}
          start={opened}
          onDownload={(item) => void save(item)}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  );
};
