import { type AwsSettings, readSettings } from '../settings.ts';

/** What is wrong with settings that are in use, a sentence each: written down again as they are set, and read. */
export function settingsProblems(settings: AwsSettings): readonly string[] {
  const { apiUrl } = settings;
  const read = readSettings({
    VITE_REGION: settings.region,
    // An HTTP API without a stage: what stood for that was taken away when it was read.
    VITE_API_URL: /^https:\/\/[^/]+$/.test(apiUrl) ? `${apiUrl}/$default` : apiUrl,
    VITE_BUCKET: settings.bucket,
    VITE_USER_POOL_ID: settings.userPoolId,
    VITE_USER_POOL_CLIENT_ID: settings.userPoolClientId,
    VITE_IDENTITY_POOL_ID: settings.identityPoolId,
    VITE_ATTACHMENTS_PREFIX: settings.attachmentsPrefix,
  });
  return read.kind === 'wrong' ? read.problems : [];
}
