import { type ReactNode, type Ref, useRef } from 'react';
import type { Notebook } from '#src/services.ts';
import { DownloadIcon, FileIcon } from '#src/ui/action-icons.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import styles from './attachments.module.css';
import { useFound } from './use-found.ts';

export interface CardProps {
  readonly notebook: Notebook;
  readonly item: AttachmentItem;
  readonly onDownload: () => void;
  /** undefined where the note takes no changes. */
  readonly onRemove: (() => void) | undefined;
  /** Shows the picture large. */
  readonly onOpen: () => void;
}

/** A file that is only downloaded. `told`: null where its size is still to be asked for. */
export const FileCard = (props: CardProps & { readonly told: string | null }) => {
  const { locale } = useWords();
  const card = useRef<HTMLLIElement>(null);
  const found = useFound(props.notebook.files, props.item.keys, card);
  return <FileRow {...props} ref={card} told={props.told ?? (found && formatBytes(found.size, locale))} />;
};

/** A card that takes the whole line. `actions`: buttons before the others; `children` stand under the line. */
export const FileRow = ({ ref, children, ...props }: RowProps) => (
  <li ref={ref} className={classNames(styles.card, styles.row)}>
    <Line {...props} icon />
    {children}
  </li>
);

interface RowProps extends CardProps {
  readonly told: string | null;
  readonly ref: Ref<HTMLLIElement>;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

interface LineProps extends CardProps {
  readonly told: string | null;
  readonly icon?: boolean;
  readonly actions?: ReactNode;
}

/** What every card says and offers. */
export const Line = ({ item, told, icon = false, actions, onDownload, onRemove }: LineProps) => {
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
        <IconButton label={t('Download {name}', item)} icon={<DownloadIcon size={18} />} onClick={onDownload} />
        {onRemove === undefined ? null : (
          <IconButton label={t('Remove {name}', item)} icon={<CloseIcon size={18} />} onClick={onRemove} />
        )}
      </div>
    </div>
  );
};
