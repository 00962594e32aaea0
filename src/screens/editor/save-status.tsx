import { type ReactNode, useMemo } from 'react';
import { classNames } from '#src/ui/class-names.ts';
import { CheckIcon, CloudIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useWords } from '#src/words/use-words.ts';
import type { PlainMessage } from '#src/words/words.ts';
import type { SaveState } from './save-state.ts';
import styles from './save-status.module.css';

/**
 * The status line of the note. It changes with every pause in typing, so it is not announced by itself (`aria-live="off"`);
 * failures are, by the notice that comes with them. `more`: what is to be said behind "Saved", in place of the time.
 */
export const SaveStatus = ({ state, now, more }: SaveStatusProps) => {
  const { t, told, locale } = useWords();
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  return (
    <div
      role="status"
      aria-label={t('Save status')}
      aria-live="off"
      className={classNames(styles.status, styles[state.kind])}
      title={state.reason === null ? undefined : told(state.reason)}
    >
      <StatusIcon kind={state.kind === 'saved' && more ? 'device' : state.kind} />
      <span className={styles.text}>
        {state.kind === 'none' ? null : t(wordsFor[state.kind])}
        {state.kind === 'saved' && more}
        {state.kind === 'saved' && !more && state.at !== null ? (
          <time dateTime={new Date(state.at).toISOString()}> {time.short(state.at, now)}</time>
        ) : null}
      </span>
    </div>
  );
};

interface SaveStatusProps {
  readonly state: SaveState;
  readonly now: number;
  readonly more: ReactNode;
}

const wordsFor: Readonly<Record<Exclude<SaveState['kind'], 'none'>, PlainMessage>> = {
  writing: 'Saving…',
  device: 'Saved on this device',
  sending: 'Sending…',
  saved: 'Saved',
  failed: 'Not saved',
};

const StatusIcon = ({ kind }: { readonly kind: SaveState['kind'] }) => {
  if (kind === 'none') return null;
  if (kind === 'saved') return <CheckIcon size={16} />;
  if (kind === 'failed') return <WarningIcon size={16} />;
  return kind === 'sending' ? <Spinner /> : <CloudIcon size={16} />;
};
