import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { wireName } from '#src/notes/wire-attachment.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { FileRow } from './file-card.tsx';

interface ElsewhereRowProps {
  /** What an old client wrote: an address that is not one of the person's bucket. */
  readonly address: string;
  readonly home: AttachmentHome;
  readonly onRemove: ((item: Pick<AttachmentItem, 'name' | 'keys'>) => void) | undefined;
}

/** The attachment of an old client that is somewhere else on the web. Satchel asks nothing there; a person may. */
export const ElsewhereRow = ({ address, home, onRemove }: ElsewhereRowProps) => {
  const { t } = useWords();
  const item = { name: wireName(address) || address, keys: [address] as const };
  const host = URL.canParse(address) ? new URL(address).hostname : null;
  const told =
    host === null
      ? t('An older app stored an address here that leads nowhere: {address}', { address })
      : t(
          'Not in your bucket {bucket}, but at {host}, where Satchel fetches nothing. Your browser may be able to open it.',
          {
            bucket: home.bucket,
            host,
          },
        );
  return (
    <FileRow
      item={item}
      told={told}
      onDownload={undefined}
      onReplace={undefined}
      onRemove={onRemove === undefined ? undefined : () => onRemove(item)}
      actions={
        host === null ? null : (
          <a
            className={buttonClass({ size: 'small', variant: 'quiet' })}
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('Open {name} in a new tab', item)}
          >
            {t('Open')}
          </a>
        )
      }
    />
  );
};
