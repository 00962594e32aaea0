import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Details } from './details.tsx';
import { InfoIcon, WarningIcon } from './icons.tsx';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly title?: string | undefined;
  readonly children: ReactNode;
  /** The original error, for those who want to read or send it. */
  readonly details?: string | undefined;
  readonly actions?: ReactNode;
}

/** A message that stays where it is until its reason is gone. Dangers are announced at once. */
export const Notice = ({ tone, title, children, details, actions }: NoticeProps) => (
  <div
    className={classNames(styles.notice, tone !== 'info' && styles[tone])}
    role={tone === 'danger' ? 'alert' : undefined}
  >
    <span className={styles.icon}>{tone === 'info' ? <InfoIcon /> : <WarningIcon />}</span>
    <div className={styles.content}>
      {title === undefined ? null : <p className={styles.title}>{title}</p>}
      <div>{children}</div>
      {details === undefined || details === '' ? null : <Details>{details}</Details>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
);
