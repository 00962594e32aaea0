import type { Connection } from '#src/services.ts';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './storage.module.css';

/** Says why not everything can be told, and what would change that. */
export const ListingPolicy = ({ connection }: { readonly connection: Connection }) => {
  const { t } = useWords();
  const policy = policyFor(connection);
  return (
    <Notice tone="info" title={t('This is what this device knows')}>
      <p>
        {t(
          'Your policy does not let S3 list your files, which is how most are set up. Files that other devices left behind cannot be found without that.',
        )}
      </p>
      <details className={styles.policy}>
        <summary>{t('The policy line that would allow it')}</summary>
        <p>{t('Add this statement to the policy of the role for signed-in people (IAM, Roles).')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <pre tabIndex={0}>{policy}</pre>
        <CopyText text={policy} />
      </details>
    </Notice>
  );
};

/** In IAM's own words; `${…:sub}` is put in by IAM for whoever asks. */
function policyFor({ bucket, attachmentsPrefix }: Connection): string {
  const prefix = attachmentsPrefix.replaceAll('{identityId}', `\${cognito-identity.amazonaws.com:sub}`);
  return JSON.stringify(
    {
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: `arn:aws:s3:::${bucket}`,
      Condition: { StringLike: { 's3:prefix': [`${prefix}*`] } },
    },
    null,
    2,
  );
}
