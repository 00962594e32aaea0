import { type KeyboardEvent, type Ref, useRef } from 'react';
import { useWords } from '#src/words/use-words.ts';
import { IconButton } from './icon-button.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';
import styles from './search-field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The key that leads here, shown while the field is empty. */
  readonly shortcut?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A search box; Escape empties it. */
export const SearchField = ({
  label,
  value,
  onChange,
  onFocus,
  onBlur,
  onKeyDown,
  shortcut,
  ref,
}: SearchFieldProps) => {
  const { t } = useWords();
  const field = useRef<HTMLDivElement>(null);
  const clear = () => {
    onChange('');
    field.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={field} className={styles.field}>
      <span className={styles.icon}>
        <SearchIcon size={17} />
      </span>
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            clear();
            return;
          }
          onKeyDown?.(event);
        }}
      />
      <span className={styles.end}>
        {value !== '' ? (
          <IconButton label={t('Clear search')} icon={<CloseIcon size={16} />} onClick={clear} />
        ) : shortcut !== undefined ? (
          <span className={styles.key} aria-hidden="true">
            {shortcut}
          </span>
        ) : null}
      </span>
    </div>
  );
};
