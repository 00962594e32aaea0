import { type ComponentType, memo, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { untitled } from '#src/notes/untitled.ts';
import { classNames } from '#src/ui/class-names.ts';
import { CloudIcon, PaperclipIcon, PinIcon, WarningIcon } from '#src/ui/icons.tsx';
import type { TimeFormat } from '#src/ui/time-format.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { MarkedProps } from './marked.tsx';
import styles from './note-row.module.css';
import { Tags } from './tags.tsx';

interface NoteRowProps {
  readonly note: NoteSummary;
  /** Folded texts to mark; none where nothing is searched for. */
  readonly marked: readonly string[];
  /** Marks them; null: nothing is marked. */
  readonly Marked: ComponentType<MarkedProps> | null;
  /** The text around the first hit, where the beginning has none. */
  readonly excerpt: string | undefined;
  readonly query: string;
  readonly open: boolean;
  /** Parted from the note above by a line. */
  readonly ruled: boolean;
  /** The time that it shows; ms. */
  readonly at: number;
  readonly time: TimeFormat;
  readonly now: number;
  readonly thumbnail: RowThumbnail;
}

/** The small picture of the first of these objects that can be shown. */
export type RowThumbnail = (keys: readonly [string, ...string[]]) => ReactNode;

/** One note of the list: a link named by its title, and what helps to recognise it. */
export const NoteRow = memo(function NoteRow({
  note,
  marked,
  Marked,
  excerpt,
  query,
  open,
  ruled,
  at,
  time,
  now,
  thumbnail,
}: NoteRowProps) {
  const { t, counted } = useWords();
  const title = note.title === untitled ? t(untitled) : note.title;
  const snippet = excerpt ?? note.snippet;
  const marks = note.attachments > 0 || note.state !== 'saved';
  return (
    <div className={classNames(styles.row, ruled && styles.ruled)}>
      <div className={classNames(styles.card, note.picture && styles.pictured)}>
        <div className={styles.head}>
          <Link
            className={styles.title}
            to={{ pathname: `/notes/${note.id}`, search: query }}
            aria-current={open ? 'page' : undefined}
            dir="auto"
          >
            {Marked === null ? title : <Marked text={title} wanted={marked} />}
          </Link>
          {note.pinned ? (
            <span className={styles.pin}>
              <PinIcon size={14} />
              <VisuallyHidden>{t('Pinned')}</VisuallyHidden>
            </span>
          ) : null}
          <time className={styles.time} dateTime={new Date(at).toISOString()}>
            {time.short(at, now)}
          </time>
        </div>
        {snippet === '' ? null : (
          <p className={styles.snippet} dir="auto">
            {Marked === null ? snippet : <Marked text={snippet} wanted={marked} />}
          </p>
        )}
        {marks || note.tags.length > 0 ? (
          <div className={styles.foot}>
            <Tags tags={note.tags} />
            {note.attachments === 0 ? null : (
              <span className={styles.mark}>
                <PaperclipIcon size={14} />
                <span aria-hidden="true">{note.attachments}</span>
                <VisuallyHidden>{counted(note.attachments, '1 attachment', '{count} attachments')}</VisuallyHidden>
              </span>
            )}
            <SaveMark state={note.state} since={time.since(note.changedAt, now)} />
          </div>
        ) : null}
        {note.picture ? <div className={styles.picture}>{thumbnail(note.picture)}</div> : null}
      </div>
    </div>
  );
});

const SaveMark = ({ state, since }: { readonly state: NoteSummary['state']; readonly since: string }) => {
  const { t } = useWords();
  if (state === 'saved') return null;
  if (state === 'not saved') {
    return (
      <span className={classNames(styles.mark, styles.unsaved)}>
        <WarningIcon size={14} />
        {t('Not saved since {since}', { since })}
      </span>
    );
  }
  const words = state === 'sending' ? t('Sending since {since}', { since }) : t('Waiting since {since}', { since });
  return (
    <span className={styles.mark} title={t('On this device. {more}', { more: words })}>
      <CloudIcon size={14} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
};
