import { type InboxMessage, type Observable, useServices } from '#src/services.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords, withParts } from '#src/words/use-words.ts';

interface LocalInboxNoticeProps {
  /** Whose mail is shown; without it, anybody's. */
  readonly to?: string | undefined;
}

/** In local mode: the newest mail of the embedded AWS, so that nobody has to read a server's log for a code. Nothing on AWS. */
export const LocalInboxNotice = ({ to }: LocalInboxNoticeProps) => {
  const { inbox } = useServices().connection;
  return inbox === null ? null : <NewestMail inbox={inbox} to={to} />;
};

const NewestMail = ({ inbox, to }: LocalInboxNoticeProps & { readonly inbox: Observable<readonly InboxMessage[]> }) => {
  const { t } = useWords();
  const mail = useObservable(inbox)
    .filter((message) => to === undefined || message.to.toLowerCase() === to.trim().toLowerCase())
    .reduce<InboxMessage | null>(
      (last, message) => (last === null || message.sentAt >= last.sentAt ? message : last),
      null,
    );
  return (
    <div role="status">
      {mail === null ? null : (
        <Notice tone="info">
          {withParts(t('Mail for {address}: code <code>{code}</code>', { address: mail.to, code: mail.code }), {
            code: (code) => <strong>{code}</strong>,
          })}
        </Notice>
      )}
    </div>
  );
};
