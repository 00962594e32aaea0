import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useServices } from '#src/services.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { CloudIcon, NotesIcon } from '#src/ui/icons.tsx';
import { OfflineIcon } from '#src/ui/later-icons.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './landing.module.css';
import { LocalNotice } from './local-notice.tsx';

/** What a guest sees first: what this is, and the two ways in. */
export const Landing = () => {
  const { t } = useWords();
  const { connection } = useServices();
  useDocumentTitle('Satchel');
  return (
    <main id="main" tabIndex={-1} className={styles.landing}>
      <div className={styles.column}>
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width="36" height="36" />
          Satchel
        </p>
        <h1 className={styles.title}>{t('Notes that are yours, from the first word to the last byte')}</h1>
        <p className={styles.lead}>
          {t(
            'A calm place to write, kept in an AWS account that belongs to you or to someone you know. Nobody runs a server in between.',
          )}
        </p>
        <nav aria-label={t('Sign in')} className={styles.actions}>
          <Link to="/login" className={buttonClass({ variant: 'primary' })}>
            {t('Sign In')}
          </Link>
          {connection.signUp === 'open' ? (
            <Link to="/signup" className={buttonClass()}>
              {t('Create Account')}
            </Link>
          ) : null}
        </nav>
        {connection.kind === 'local' ? <LocalNotice /> : null}
        <ul className={styles.points}>
          <Point icon={<OfflineIcon />} title={t('There at once, online or not')}>
            {t('Your notes are on this device. Write on a train; they are sent when there is a connection again.')}
          </Point>
          <Point icon={<CloudIcon />} title={t('Nobody in between')}>
            {t(
              'Each request goes straight from your browser to AWS, signed with keys that only you hold, for an hour at a time.',
            )}
          </Point>
          <Point icon={<NotesIcon />} title={t('Plain Markdown')}>
            {t('A note is a text and an attachment is a file, in formats that will outlive every app.')}
          </Point>
        </ul>
      </div>
    </main>
  );
};

interface PointProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: string;
}

const Point = ({ icon, title, children }: PointProps) => (
  <li className={styles.point}>
    <span className={styles.icon}>{icon}</span>
    <h2 className={styles.heading}>{title}</h2>
    <p className={styles.text}>{children}</p>
  </li>
);
