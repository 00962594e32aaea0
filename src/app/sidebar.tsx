import type { ReactNode } from 'react';
import { Notebooks } from '#src/screens/library/notebooks.tsx';
import type { Notebook } from '#src/services.ts';
import { SatchelMark } from '#src/ui/icons.tsx';
import styles from './sidebar.module.css';

interface SidebarProps {
  readonly notebook: Notebook;
  /** Beside the mark. */
  readonly end?: ReactNode;
  /** Under the notebooks. */
  readonly foot?: ReactNode;
}

export const Sidebar = ({ notebook, end, foot }: SidebarProps) => (
  <>
    <div className={styles.brand}>
      <SatchelMark size={26} />
      <span className={styles.name}>Satchel</span>
      {end}
    </div>
    <div className={styles.middle}>
      <Notebooks notebook={notebook} />
    </div>
    {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
  </>
);
