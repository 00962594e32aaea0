import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#src/app/app.tsx';
import { readPreferences } from '#src/app/preferences.ts';
import { createAws } from '#src/aws/create-aws.ts';
import type { LocalAws } from '#src/aws/local/connect-local-aws.ts';
import { readLocalSettings } from '#src/aws/local-settings.ts';
import type { AwsSettings } from '#src/aws/settings.ts';
import { browserPage } from '#src/composition/browser-page.ts';
import { lazyHasher } from '#src/composition/lazy-hasher.ts';
import { askAgainForStyles } from '#src/composition/missing-styles.ts';
import { createOpenNotebook } from '#src/composition/open-notebook.ts';
import { sharedKey } from '#src/composition/shared-key.ts';
import { createSignedInNotebook } from '#src/composition/signed-in-notebook.ts';
import type { Services } from '#src/services.ts';
import { openBroadcastChannel } from '#src/store/change-channel.ts';
import { createValue, type Value } from '#src/sync/observable-value.ts';
import { loadWords, spokenFor } from '#src/words/languages.ts';

const page = browserPage(window);
askAgainForStyles(window);

/** The backend that this page was built for, or the embedded AWS, whose code is in no build for AWS. */
async function backend(): Promise<{ settings: AwsSettings; local: LocalAws | null }> {
  if (__LOCAL_AWS__) {
    const { connectLocalAws } = await import('#src/aws/local/connect-local-aws.ts');
    const local = readLocalSettings(document);
    return { settings: local.settings, local: connectLocalAws(local, page) };
  }
  if (__AWS_SETTINGS__ === null) throw new Error('This build names no backend.');
  return { settings: __AWS_SETTINGS__, local: null };
}

async function start(): Promise<void> {
  let shared = isShared(window) ? (await import('#src/composition/shared-entry.ts')).takeShared(window) : '';
  const forgetShared = () => {
    shared = '';
    window.sessionStorage.removeItem(sharedKey);
  };
  const { settings, local } = await backend();
  const aws = createAws(settings, local, {
    storage: window.localStorage,
    tabStorage: window.sessionStorage,
    storageEvents: window,
    locks: window.navigator.locks,
    openChannel: openBroadcastChannel,
    every: page.every,
    fetch: page.fetch,
    XMLHttpRequest: window.XMLHttpRequest,
    sha256: lazyHasher(page.timers),
    now: page.timers.now,
    wait: page.wait,
    // biome-ignore lint/suspicious/noConsole: what hurts nobody is told where the curious look.
    report: (problem) => console.info(problem),
  });
  const signedIn = createSignedInNotebook({
    session: aws.session,
    open: createOpenNotebook({ aws, settings, page }),
  });
  const newVersion = createValue(false);
  let kept: ReturnType<typeof keepAppBehind> | undefined;
  const services: Services = {
    session: { ...aws.session, signOut: () => signedIn.signOut().then(forgetShared) },
    notebook: signedIn.notebook,
    notebookFailure: signedIn.failure,
    evicted: signedIn.evicted,
    connection: { kind: local === null ? 'aws' : 'local', ...settings, inbox: local?.inbox ?? null },
    doctor: aws,
    updates: { ready: newVersion, take: async () => (await kept)?.take() ?? false },
    shared: { text: () => shared, decided: forgetShared },
    startWorker: async (address) => (await import('#src/composition/start-worker.ts')).startWorker(address),
    keyboard: /^(?:Mac|iP)/.test(window.navigator.platform) ? 'apple' : 'other',
    now: page.timers.now,
  };
  const { languages } = window.navigator;
  const words = await loadWords(spokenFor(readPreferences(window.localStorage).language, languages));
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <App services={services} storage={window.localStorage} words={words} languages={languages} />
    </StrictMode>,
  );
  if (import.meta.env.PROD) kept = keepAppBehind(services, newVersion);
}

/** Once the page has what it needs first: keeping the app fetches all of it. */
async function keepAppBehind({ notebook }: Services, ready: Value<boolean>) {
  await page.wait(2_000);
  const { keepApp } = await import('#src/composition/keep-app.ts');
  const updates = keepApp(window, page, notebook);
  const tell = () => ready.set(updates.ready.get());
  tell();
  updates.ready.subscribe(tell);
  return updates;
}

const isShared = ({ location, sessionStorage }: Window) =>
  sessionStorage.getItem(sharedKey) !== null ||
  (location.pathname === '/notes/new' && /[?&](title|text|url)=/.test(location.search));

void start();
