import { useAuthenticator } from '@aws-amplify/ui-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { Notice } from '#src/ui/notice.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AuthenticatorParts } from './use-sign-in.ts';

/** Why a step was refused, in our words and in the place of the Authenticator's own notice, which repeats those of AWS. */
export const Refusal = ({ of: refusalOf }: { readonly of: AuthenticatorParts['refusal'] }) => {
  const { t, told } = useWords();
  const { error } = useAuthenticator((context) => [context.error]);
  const notice = useRef<HTMLDivElement>(null);
  const isThere = error !== undefined && error !== '';
  // The button that was pressed may be far below.
  useEffect(() => {
    if (isThere) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  if (!isThere) return null;
  const refusal = refusalOf(error);
  return (
    <div ref={notice}>
      <Notice tone="danger" details={refusal.details}>
        {told(refusal)} {refusal.isSetUp ? <Link to="/help">{t('Check the connection')}</Link> : null}
      </Notice>
    </div>
  );
};
