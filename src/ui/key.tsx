import type { ReactNode } from 'react';
import styles from './key.module.css';

/** One key of the keyboard. */
export const Key = ({ children }: { readonly children: ReactNode }) => <kbd className={styles.key}>{children}</kbd>;
