import type { ReactNode } from 'react';
import styles from './drawer.module.css';
import { useModal } from './use-modal.ts';

/** A modal sheet from the side, open while it is rendered. */
export const Drawer = ({
  label,
  onClose,
  children,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const ref = useModal(onClose);
  return (
    <dialog ref={ref} className={styles.drawer} aria-label={label}>
      {children}
    </dialog>
  );
};
