import type { ReactNode } from 'react';
import { Notebooks } from '#src/screens/library/notebooks.tsx';
import type { Notebook } from '#src/services.ts';
import { SatchelMark } from '#src/ui/icons.tsx';
import styles from './sidebar.module.css';

/** The mark, the notebooks, and under them what is given as `foot`. */
export const Sidebar = ({ notebook, foot }: { readonly notebook: Notebook; readonly foot?: ReactNode }) => (
  <>
    <div className={styles.brand}>
      <SatchelMark size={26} />
      <span className={styles.name}>Satchel</span>
    </div>
    <div className={styles.middle}>
      <Notebooks notebook={notebook} />
    </div>
    {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
  </>
);
