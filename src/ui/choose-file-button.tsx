import { useLayoutEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { Spinner } from './spinner.tsx';
import styles from './visually-hidden.module.css';

interface ChooseFileButtonProps {
  readonly children: string;
  /** What it says to those who do not see what it stands beside. */
  readonly label: string;
  /** It stays enabled while something is done with the file, so that it keeps the focus. */
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that has a person choose one file. Where it goes while it has the focus, what it stands in gets that, if it can (tabindex −1). */
export const ChooseFileButton = ({ children, label, busy, onFile }: ChooseFileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (document.activeElement === own) own?.closest<HTMLElement>('[tabindex="-1"]')?.focus();
    };
  }, []);
  return (
    <>
      <Button
        ref={button}
        size="small"
        aria-label={label}
        aria-disabled={busy}
        onClick={() => busy || input.current?.click()}
      >
        {busy ? <Spinner /> : null}
        {children}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // So that the same file can be chosen again.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
};
