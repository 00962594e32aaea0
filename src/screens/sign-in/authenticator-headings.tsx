import { useWords } from '#src/words/use-words.ts';
import type { PlainMessage } from '#src/words/words.ts';
import styles from './authenticator-headings.module.css';

/** One of the Authenticator's steps under our page's own heading: its own are of two more levels, with one left out. */
const heading = (text: PlainMessage) => () => {
  const { t } = useWords();
  return <h2 className={styles.heading}>{t(text)}</h2>;
};

export const headings = {
  ConfirmSignIn: { Header: heading('One more step') },
  ConfirmResetPassword: { Header: heading('Choose a new password') },
  ConfirmVerifyUser: { Header: heading('Enter your code') },
  ForceNewPassword: { Header: heading('Choose a new password') },
  ForgotPassword: { Header: heading('Reset your password') },
  SelectMfaType: { Header: heading('Choose how to confirm it is you') },
  SetupEmail: { Header: heading('Add an email address') },
  VerifyUser: { Header: heading('Confirm an address, so that you can get back in') },
};

export const ConfirmSignUpHeading = heading('Enter your code');
