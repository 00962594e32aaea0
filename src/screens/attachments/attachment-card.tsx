import { useState } from 'react';
import type { Notebook } from '#src/services.ts';
import { DownloadIcon, FileIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { CloseIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import styles from './attachments.module.css';
import { type Picture, usePicture } from './use-picture.ts';

interface CardProps {
  readonly notebook: Notebook;
  readonly item: AttachmentItem;
  readonly onDownload: () => void;
  /** undefined where the note takes no changes. */
  readonly onRemove: (() => void) | undefined;
  /** Shows the picture large. */
  readonly onOpen: () => void;
}

export const AttachmentCard = (props: CardProps) =>
  props.item.picture ? <PictureCard {...props} /> : <FileCard {...props} told={null} />;

const PictureCard = (props: CardProps) => {
  const { t, locale } = useWords();
  const [attempt, setAttempt] = useState(0);
  const picture = usePicture(props.notebook.files, props.item.keys, attempt);
  if (picture.kind === 'no picture') return <FileCard {...props} told={formatBytes(picture.bytes, locale)} />;
  return (
    <li className={styles.card}>
      <div className={styles.frame}>
        <Frame picture={picture} name={props.item.name} onRetry={() => setAttempt(attempt + 1)} />
        {picture.kind === 'shown' ? (
          <button
            type="button"
            className={styles.open}
            aria-label={t('Show {name} large', props.item)}
            onClick={props.onOpen}
          />
        ) : null}
      </div>
      <Line {...props} told={picture.kind === 'shown' ? formatBytes(picture.bytes, locale) : null} />
    </li>
  );
};

interface FrameProps {
  readonly picture: Picture;
  readonly name: string;
  readonly onRetry: () => void;
}

const Frame = ({ picture, name, onRetry }: FrameProps) => {
  const { t, told } = useWords();
  if (picture.kind === 'shown') return <img src={picture.address} alt={name} decoding="async" />;
  if (picture.kind !== 'failed') return <Spinner />;
  const missing = picture.failure.kind === 'denied';
  return (
    <>
      <WarningIcon size={22} />
      <p className={styles.told}>
        {missing ? t('Missing: it may have been deleted, or access is denied.') : told(picture.failure)}
      </p>
      <Button size="small" variant="quiet" onClick={onRetry}>
        {t('Try again')}
      </Button>
    </>
  );
};

const FileCard = (props: CardProps & { readonly told: string | null }) => (
  <li className={classNames(styles.card, styles.row)}>
    <Line {...props} icon />
  </li>
);

interface LineProps extends CardProps {
  readonly told: string | null;
  readonly icon?: boolean;
}

const Line = ({ item, told, icon = false, onDownload, onRemove }: LineProps) => {
  const { t } = useWords();
  return (
    <div className={styles.line}>
      {icon ? (
        <span className={styles.icon}>
          <FileIcon />
        </span>
      ) : null}
      <div className={styles.what}>
        <p className={styles.name} title={item.name}>
          {item.name}
        </p>
        {told === null ? null : <p className={styles.told}>{told}</p>}
      </div>
      <div className={styles.buttons}>
        <IconButton label={t('Download {name}', item)} icon={<DownloadIcon size={18} />} onClick={onDownload} />
        {onRemove === undefined ? null : (
          <IconButton label={t('Remove {name}', item)} icon={<CloseIcon size={18} />} onClick={onRemove} />
        )}
      </div>
    </div>
  );
};
