import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { placeOf, statement } from '#src/notes/object-place.ts';
import type { BucketReport } from '#src/services.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';

interface UndeletableProps {
  readonly files: BucketReport['undeletable'];
  readonly home: AttachmentHome;
}

/** Says that removed files stay in the bucket since S3 does not let them go, and what would change that. */
export const Undeletable = ({ files, home }: UndeletableProps) => {
  const words = useWords();
  const { t, counted } = words;
  if (files.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={counted(files.length, 'S3 does not let 1 removed file go', 'S3 does not let {count} removed files go')}
      details={detailsOf(files, home, words)}
    >
      {t(
        'What was removed stays in your bucket. Whoever set up your backend finds under Details what the policy may lack. Satchel tries again every day.',
      )}
    </Notice>
  );
};

/** Keys that are told; the others are where these are. */
const most = 20;

function detailsOf(files: UndeletableProps['files'], home: AttachmentHome, { t }: Words): string {
  const places = files.map(({ key }) => placeOf(key, home));
  const resources = [...new Set(places.flatMap((place) => (place.kind === 'own' ? place.resource : [])))];
  return [
    t('Bucket: {bucket}', home),
    ...files.slice(0, most).map(({ key }) => t('Key: {key}', { key })),
    ...(files.length > most ? ['…'] : []),
    t('Asked for: {action}', { action: 's3:DeleteObject' }),
    ...[...new Set(files.map(({ said }) => said))]
      .slice(0, most)
      .map((said) => t('The answer: {words}', { words: said })),
    ...(resources.length === 0
      ? []
      : [
          '',
          t('This statement in the policy of the role for signed-in people allows it:'),
          statement(['s3:DeleteObject'], resources),
        ]),
  ].join('\n');
}
