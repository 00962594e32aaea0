import { type ReactNode, type Ref, useRef } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type AwsFailure, type Notebook, useServices } from '#src/services.ts';
import { DownloadIcon, FileIcon, ReplaceIcon } from '#src/ui/action-icons.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import styles from './attachments.module.css';
import { Away } from './away.tsx';
import { Refused } from './refused.tsx';
import { useArrival } from './use-arrival.ts';
import { useFound } from './use-found.ts';
import { awayWords } from './while-away.ts';

export interface CardProps {
  readonly notebook: Notebook;
  readonly item: AttachmentItem;
  readonly home: AttachmentHome;
  /** undefined where Satchel cannot fetch it. */
  readonly onDownload: (() => void) | undefined;
  /** undefined where the note takes no changes. */
  readonly onReplace: (() => void) | undefined;
  /** undefined where the note takes no changes. */
  readonly onRemove: (() => void) | undefined;
  /** Shows the picture large. */
  readonly onOpen: () => void;
}

interface FileCardProps extends CardProps {
  readonly told: string | null;
  readonly besides?: string;
  readonly actions?: ReactNode;
}

/** A file that is only downloaded, or does more by its `actions`. `told`: null where its size is still to be asked for; `besides` stands beside that. */
export const FileCard = (props: FileCardProps) => {
  const { locale } = useWords();
  const card = useRef<HTMLLIElement>(null);
  const { file, refused, again } = useFound(props.notebook.files, props.item.keys, card);
  if (refused !== null) return <RefusedRow {...props} ref={card} failure={refused} onRetry={again} />;
  const size = props.told ?? (file && formatBytes(file.size, locale));
  const told = [size, props.besides].filter((part) => typeof part === 'string').join(' · ');
  return <FileRow {...props} ref={card} told={told || null} />;
};

/** A file that AWS does not give out, and why. */
export const RefusedRow = ({ failure, onRetry, ...props }: RefusedRowProps) => {
  const { now } = useServices();
  const { item, home } = props;
  const { files } = props.notebook;
  return (
    <FileRow {...props} told={null}>
      {awayWords({ keys: item.keys, failure }, now()) === null ? (
        <RefusedFile {...{ files, item, home, failure, onRetry }} />
      ) : (
        <div className={styles.away}>
          <Away {...{ files, failure }} keys={item.keys} onThere={onRetry} />
        </div>
      )}
    </FileRow>
  );
};

const RefusedFile = ({ files, item, home, failure, onRetry }: RefusedFileProps) => {
  const place = useRef<HTMLDivElement>(null);
  useArrival(files, item.keys, place, onRetry);
  return (
    <div ref={place}>
      <Refused action="read" keys={item.keys} home={home} said={failure.details} onRetry={onRetry} />
    </div>
  );
};

interface RefusedFileProps extends Pick<RefusedRowProps, 'item' | 'home' | 'failure' | 'onRetry'> {
  readonly files: Notebook['files'];
}

interface RefusedRowProps extends CardProps {
  readonly ref?: Ref<HTMLLIElement> | undefined;
  readonly failure: AwsFailure;
  readonly onRetry: () => void;
}

/** A card that takes the whole line. `actions`: buttons before the others; `children` stand under the line. */
export const FileRow = ({ ref, children, ...props }: RowProps) => (
  <li ref={ref} className={classNames(styles.card, styles.row)}>
    <Line {...props} icon />
    {children}
  </li>
);

interface RowProps extends LineProps {
  readonly ref?: Ref<HTMLLIElement> | undefined;
  readonly children?: ReactNode;
}

interface LineProps extends Pick<CardProps, 'onDownload' | 'onReplace' | 'onRemove'> {
  readonly item: Pick<AttachmentItem, 'name'>;
  readonly told: string | null;
  readonly icon?: boolean;
  readonly actions?: ReactNode;
}

/** What every card says and offers. */
export const Line = ({ item, told, icon = false, actions, onDownload, onReplace, onRemove }: LineProps) => {
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
        {actions}
        {onDownload === undefined ? null : (
          <IconButton label={t('Download {name}', item)} icon={<DownloadIcon size={18} />} onClick={onDownload} />
        )}
        {onReplace === undefined ? null : (
          <IconButton label={t('Replace {name}', item)} icon={<ReplaceIcon size={18} />} onClick={onReplace} />
        )}
        {onRemove === undefined ? null : (
          <IconButton label={t('Remove {name}', item)} icon={<CloseIcon size={18} />} onClick={onRemove} />
        )}
      </div>
    </div>
  );
};
