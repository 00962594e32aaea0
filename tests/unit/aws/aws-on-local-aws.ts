import { confirmSignUp, signIn, signUp } from 'aws-amplify/auth';
import { sha256 } from '#src/aws/checksum.ts';
import type { Connection } from '#src/aws/connection.ts';
import { type Aws, createAws } from '#src/aws/create-aws.ts';
import { account } from '../../../local-aws/settings.ts';
import { aloneInTheBrowser } from '../../support/fake-tabs.ts';
import { type LocalAwsOptions, startLocalAws, type TestAws } from '../../support/local-aws-msw.ts';
import { fakeStorage } from './fake-storage.ts';
import { uploadOverFetch } from './upload-over-fetch.ts';

export const localSettings = {
  region: account.region,
  apiUrl: `https://${account.apiId}.execute-api.${account.region}.amazonaws.com/${account.stage}`,
  bucket: account.bucket,
  userPoolId: account.userPoolId,
  userPoolClientId: account.userPoolClientId,
  identityPoolId: account.identityPoolId,
  attachmentsPrefix: '{identityId}/',
  maxAttachmentBytes: 100 * 1024 * 1024,
  signUp: 'open' as const,
};

/** The way out to the embedded AWS, through Amplify itself, as main.tsx puts it together. */
export async function awsOnLocalAws(
  options: LocalAwsOptions = {},
): Promise<TestAws & Aws & Connection & { reports: string[] }> {
  const test = await startLocalAws(options);
  const device = fakeStorage();
  const reports: string[] = [];
  const parts = createAws(localSettings, null, {
    storage: device.storage,
    storageEvents: device.events,
    tabStorage: fakeStorage().storage,
    ...aloneInTheBrowser(),
    fetch: (...args) => fetch(...args),
    XMLHttpRequest: uploadOverFetch(),
    sha256,
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    report: (problem) => reports.push(problem),
  });
  return { ...test, ...parts, ...(await parts.connect()), reports };
}

export const password = 'Passw0rd!ada';

/** Makes an account and confirms it, without signing in. */
export async function register({ code, session }: TestAws & Aws, email: string): Promise<void> {
  await session.prepareSignIn(() => {});
  await signUp({ username: email, password, options: { userAttributes: { email } } });
  await confirmSignUp({ username: email, confirmationCode: code(email) });
}

/** Signs in as the Authenticator does; the record is made by `session.completeSignIn()`. */
export async function enter({ session }: Aws, email: string): Promise<void> {
  const prepared = await session.prepareSignIn(() => {});
  if (!prepared.ok) throw new Error(prepared.failure.details);
  await signIn({ username: email, password });
}
