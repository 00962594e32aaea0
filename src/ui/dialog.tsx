import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { useModal } from './use-modal.ts';

interface DialogProps {
  readonly title: string;
  /** For more than two buttons side by side. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, the safest first. */
  readonly actions: ReactNode;
}

/** A modal dialog, open while it is rendered. */
export const Dialog = ({ title, wide = false, onClose, children, actions }: DialogProps) => {
  const ref = useModal(onClose);
  const id = useId();
  return (
    <dialog ref={ref} className={classNames(styles.dialog, wide && styles.wide)} aria-labelledby={id}>
      <div className={styles.sheet}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <div className={styles.body}>{children}</div>
        <div className={styles.actions}>{actions}</div>
      </div>
    </dialog>
  );
};
