import type { ReactNode } from 'react';
import type { Check } from '#src/services.ts';
import { CheckIcon, InfoIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import styles from './check-look.module.css';

type Kind = Check['state']['kind'];

export const icons: Readonly<Record<Kind, ReactNode>> = {
  waiting: null,
  running: <Spinner />,
  fine: <CheckIcon size={18} />,
  advice: <InfoIcon size={18} />,
  wrong: <WarningIcon size={18} />,
  skipped: null,
};

export const tones: Readonly<Record<Kind, string | undefined>> = {
  waiting: styles.pale,
  running: styles.pale,
  fine: styles.fine,
  advice: styles.advice,
  wrong: styles.wrong,
  skipped: styles.pale,
};
