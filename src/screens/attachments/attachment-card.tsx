import { useState } from 'react';
import { looksLikeMedia } from '#src/notes/media-type.ts';
import { ReadIcon } from '#src/ui/action-icons.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './attachments.module.css';
import { Away } from './away.tsx';
import { type CardProps, FileCard, Line, RefusedRow } from './file-card.tsx';
import { MediaCard } from './media-card.tsx';
import { type Picture, usePicture } from './use-picture.ts';

export const AttachmentCard = (props: CardProps) => {
  if (looksLikeMedia(props.item.name)) return <MediaCard {...props} />;
  if (props.item.picture) return <PictureCard {...props} />;
  return /\.pdf$/i.test(props.item.name) ? <PdfCard {...props} /> : <FileCard {...props} told={null} />;
};

/** Its pages are shown where a person asks for them. */
const PdfCard = (props: CardProps) => {
  const { t } = useWords();
  const open = (
    <IconButton label={t('Show {name} large', props.item)} icon={<ReadIcon size={18} />} onClick={props.onOpen} />
  );
  return <FileCard {...props} told={null} actions={open} />;
};

const PictureCard = (props: CardProps) => {
  const { t, locale } = useWords();
  const [attempt, setAttempt] = useState(0);
  const picture = usePicture(props.notebook.files, props.item.keys, attempt);
  if (picture.kind === 'too large') return <FileCard {...props} told={null} besides={t('Too large to be shown')} />;
  if (picture.kind === 'no picture') return <FileCard {...props} told={formatBytes(picture.bytes, locale)} />;
  const again = () => setAttempt(attempt + 1);
  if (picture.kind === 'failed' && picture.failure.kind === 'denied')
    return <RefusedRow {...props} failure={picture.failure} onRetry={again} />;
  return (
    <li className={styles.card}>
      <div className={classNames(styles.frame, picture.kind === 'failed' && styles.missing)}>
        <Frame {...props} picture={picture} onThere={again} />
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

interface FrameProps extends Pick<CardProps, 'notebook' | 'item'> {
  readonly picture: Picture;
  readonly onThere: () => void;
}

const Frame = ({ notebook, item: { name, keys }, picture, onThere }: FrameProps) => {
  if (picture.kind === 'shown') return <img src={picture.address} alt={name} decoding="async" />;
  if (picture.kind !== 'failed') return <Spinner />;
  return (
    <>
      <WarningIcon size={22} />
      <Away {...{ keys, onThere }} files={notebook.files} failure={picture.failure} />
    </>
  );
};
