import { useAuthenticator } from '@aws-amplify/ui-react';
import type { FormEvent } from 'react';
import { Button } from '#src/ui/button.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useWords } from '#src/words/use-words.ts';
import { CopyButton } from './copy-button.tsx';
import { QrCode } from './qr-code.tsx';
import styles from './totp-setup.module.css';

/**
 * Connecting an authenticator app, in place of the Authenticator's own step: that one shows the QR code as a `data:` image, which the
 * Content-Security-Policy does not let in.
 */
export const TotpSetup = () => {
  const { t } = useWords();
  const { totpSecretCode, username, isPending, submitForm, toSignIn } = useAuthenticator((context) => [
    context.totpSecretCode,
    context.username,
    context.isPending,
  ]);
  const secret = totpSecretCode ?? '';

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    submitForm(Object.fromEntries(new FormData(event.currentTarget)));
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <h2 className={styles.heading}>{t('Set up an authenticator app')}</h2>
      <p>{t('Scan this with an app such as Aegis, 2FAS or Google Authenticator, or copy the key into it.')}</p>
      <QrCode text={otpauth(username, secret)} label={t('QR code for your authenticator app')} />
      <div className={styles.secret}>
        <code>{secret}</code>
        <CopyButton text={secret} />
      </div>
      <TextField
        label={t('Code')}
        name="confirmation_code"
        hint={t('The six digits that the app shows now.')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <Button variant="primary" type="submit" disabled={isPending}>
        {t('Confirm')}
      </Button>
      <Button variant="quiet" size="small" onClick={toSignIn}>
        {t('Back to Sign In')}
      </Button>
    </form>
  );
};

/** https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
function otpauth(account: string, secret: string): string {
  const query = new URLSearchParams({ secret, issuer: 'Satchel' });
  return `otpauth://totp/Satchel:${encodeURIComponent(account)}?${query}`;
}
