import { type ComponentType, memo, type ReactNode, useDeferredValue } from 'react';
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

/**
 * One note of the list: a link named by its title, and what helps to recognise it. It is of one height with all that have more than a
 * title, and what helps comes a moment after the link, so that a screenful that is scrolled to costs no frame.
 */
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
  const { t } = useWords();
  const whole = useDeferredValue(true, false);
  const title = note.title === untitled ? t(untitled) : note.title;
  const snippet = excerpt ?? note.snippet;
  const hasFoot = note.attachments > 0 || note.state !== 'saved' || note.tags.length > 0;
  const isTall = snippet !== '' || hasFoot;
  return (
    <div className={classNames(styles.row, ruled && styles.ruled, isTall && styles.tall)}>
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
        {whole && isTall ? (
          <>
            {snippet === '' ? null : (
              <p className={classNames(styles.snippet, hasFoot && styles.short)} dir="auto">
                {Marked === null ? snippet : <Marked text={snippet} wanted={marked} />}
              </p>
            )}
            {hasFoot ? <Foot note={note} since={time.since(note.changedAt, now)} /> : null}
            {note.picture ? <div className={styles.picture}>{thumbnail(note.picture)}</div> : null}
          </>
        ) : null}
      </div>
    </div>
  );
});

const Foot = ({ note, since }: { readonly note: NoteSummary; readonly since: string }) => {
  const { counted } = useWords();
  return (
    <div className={styles.foot}>
      <Tags tags={note.tags} />
      {note.attachments === 0 ? null : (
        <span className={styles.mark}>
          <PaperclipIcon size={14} />
          <span aria-hidden="true">{note.attachments}</span>
          <VisuallyHidden>{counted(note.attachments, '1 attachment', '{count} attachments')}</VisuallyHidden>
        </span>
      )}
      <SaveMark state={note.state} since={since} />
    </div>
  );
};

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
