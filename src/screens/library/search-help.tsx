import { useMemo } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { SearchProblem } from '#src/notes/search-query.ts';
import { commonestTags } from '#src/notes/tag-counts.ts';
import type { Notebook } from '#src/services.ts';
import { useWords } from '#src/words/use-words.ts';
import { once } from './once.ts';
import { PastSearches } from './past-searches.tsx';
import styles from './search-help.module.css';

interface SearchHelpProps {
  readonly notebook: Notebook;
  readonly typed: string;
  /** Whose tags are offered, the commonest first; they are counted only when they are wanted. */
  readonly notes: readonly NoteSummary[];
  readonly problems: readonly SearchProblem[];
  readonly onType: (typed: string) => void;
}

const operators = ['tag:', 'is:', 'has:', 'before:', 'after:', '"…"', '-'] as const;
const values: Readonly<Record<string, readonly string[]>> = {
  is: ['pinned', 'archived', 'trashed', 'unsaved'],
  has: ['attachment', 'image', 'task', 'link'],
  before: ['today', 'yesterday'],
  after: ['today', 'yesterday'],
};
const mostTags = 8;

/** What else can be searched for: operators, and behind one of them what it may say. Choosing one puts it into the search box. */
export const SearchHelp = ({ notebook, typed, notes, problems, onType }: SearchHelpProps) => {
  const { t } = useWords();
  const tags = useMemo(() => once(() => commonestTags(notes)), [notes]);
  const last = /(?:^|\s)(-?)(tag|is|has|before|after):(\S*)$/i.exec(typed);
  const operator = last?.[2]?.toLowerCase();
  const begun = (last?.[3] ?? '').toLowerCase();
  const offered =
    operator === undefined
      ? operators.map((one) => ({
          shown: one,
          next: `${typed}${typed === '' || typed.endsWith(' ') ? '' : ' '}${one === '"…"' ? '"' : one}`,
        }))
      : (operator === 'tag' ? tags() : (values[operator] ?? []))
          .filter((value) => value.toLowerCase().includes(begun) && value.toLowerCase() !== begun)
          .slice(0, mostTags)
          .map((value) => ({
            shown: `${operator}:${value}`,
            next: `${typed.slice(0, typed.length - begun.length)}${value} `,
          }));
  return (
    <>
      {problems.map(({ operator: wrong, value }) => (
        <p key={`${wrong}:${value}`} className={styles.problem}>
          {wrong === 'before' || wrong === 'after'
            ? t('“{value}” is no date. Write it as 2026-11-22, 2026-11 or 2026.', { value })
            : t('“{operator}:” does not know “{value}”. It is searched for as it stands.', { operator: wrong, value })}
        </p>
      ))}
      {offered.length === 0 ? null : (
        <fieldset className={styles.help} aria-label={t('Narrow the search')}>
          {offered.map(({ shown, next }) => (
            <button
              key={shown}
              type="button"
              className={styles.operator}
              // The search box keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onType(next)}
            >
              {shown}
            </button>
          ))}
        </fieldset>
      )}
      <PastSearches notebook={notebook} typed={typed} onType={onType} />
    </>
  );
};
