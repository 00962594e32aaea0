import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { highlighted } from '#src/screens/reading/highlight.ts';
import type { LaidOut } from '#src/screens/reading/rendered.ts';
import { type FencedCode, toHtml } from '#src/screens/reading/to-html.ts';
import type { Check, Connection, Services, Session, SignedInUser, StoreFailure } from '#src/services.ts';
import { createFakeNotebook, type FakeNotebook } from './fake-notebook.ts';
import { type FakeValue, fakeValue } from './fake-value.ts';

/** Noon, so that "today" is the same day in every time zone that tests run in. */
export const fakeNow = Date.UTC(2026, 10, 22, 12, 0, 0);

const fakeUser: SignedInUser = {
  sub: '4f1c2a7e-0000-4000-8000-000000000001',
  identityId: 'us-east-1:11111111-2222-4333-8444-555555555555',
  email: 'ada@example.com',
};

const fakeConnection: Connection = {
  kind: 'aws',
  region: 'us-east-1',
  apiUrl: 'https://abc123.execute-api.us-east-1.amazonaws.com/prod',
  bucket: 'satchel-uploads',
  userPoolId: 'us-east-1_AbCdEfGhI',
  userPoolClientId: '1client2of3satchel4abcdefg',
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
  attachmentsPrefix: '{identityId}/',
  maxAttachmentBytes: 1000,
  signUp: 'open',
  inbox: null,
};

export const fakeHome: AttachmentHome = {
  identityId: fakeUser.identityId,
  bucket: fakeConnection.bucket,
  prefix: `${fakeUser.identityId}/`,
};

export interface FakeServices {
  readonly services: Services;
  readonly notebook: FakeNotebook;
  readonly user: FakeValue<SignedInUser | null>;
  /** What has become of the device's copy. */
  readonly notebookFailure: FakeValue<StoreFailure | null>;
  /** Whether the notebook has been opened: a test may close it. */
  readonly opened: FakeValue<FakeNotebook | null>;
  readonly evicted: FakeValue<boolean>;
  /** Whether a new version of the app waits, and how often it was asked for. */
  readonly newVersion: FakeValue<boolean> & { taken(): number };
  /** How often the session was ended. */
  readonly signOuts: () => number;
}

/** Services over a notebook in memory. `user`: null for a guest. */
export const createFakeServices = ({
  user: signedIn = fakeUser,
  now = () => fakeNow,
  connection = {},
  shared = '',
  keyboard = 'other',
  checks = [],
}: {
  readonly user?: SignedInUser | null;
  readonly now?: () => number;
  readonly connection?: Partial<Connection>;
  /** What another app has shared. */
  readonly shared?: string;
  readonly keyboard?: Services['keyboard'];
  /** What the connection check finds. */
  readonly checks?: readonly Check[];
} = {}): FakeServices => {
  const connected = { ...fakeConnection, ...connection };
  const notebook = createFakeNotebook({ now, home: fakeHome, maxAttachmentBytes: connected.maxAttachmentBytes });
  const user = fakeValue<SignedInUser | null>(signedIn);
  const opened = fakeValue(signedIn === null ? null : notebook);
  const notebookFailure = fakeValue<StoreFailure | null>(null);
  const evicted = fakeValue(false);
  let taken = 0;
  const newVersion = { ...fakeValue(false), taken: () => taken };
  let toShare = shared;
  const updates = {
    ready: newVersion,
    take: async () => {
      taken += 1;
      return false;
    },
  };
  const sharing = {
    text: () => toShare,
    decided: () => {
      toShare = '';
    },
  };
  let signOuts = 0;
  const session: Session = {
    user: user.get,
    subscribe: user.subscribe,
    prepareSignIn: async () => ({ ok: false, failure: { kind: 'offline', message: 'No network.', details: '' } }),
    completeSignIn: async () => ({ ok: true, value: fakeUser }),
    check: async () => ({ ok: true, value: undefined }),
    during: (work) => work(),
    keeps: () => true,
    keep: () => {},
    signOut: async () => {
      signOuts += 1;
      user.set(null);
      opened.set(null);
    },
  };
  return {
    services: {
      ...{ session, notebook: opened, notebookFailure, evicted, updates, shared: sharing },
      ...{ connection: connected, now, keyboard },
      doctor: {
        async examine({ onChange }) {
          onChange(checks);
          return { ok: true, value: checks };
        },
      },
      // A worker that answers from the page's own thread.
      startWorker: async () => fakeMarkdownWorker(),
    },
    notebook,
    user,
    opened,
    notebookFailure,
    evicted,
    newVersion,
    signOuts: () => signOuts,
  };
};

function fakeMarkdownWorker(): Worker {
  const target = new EventTarget();
  return Object.assign(target, {
    postMessage: (text: string) => {
      const codes: FencedCode[] = [];
      const html = toHtml(text, (code) => codes.push(code));
      const tell = (data: LaidOut) => target.dispatchEvent(new MessageEvent('message', { data }));
      tell({ html, codeFollows: codes.length > 0 });
      void highlighted(codes).then((code) => tell({ code }));
    },
    terminate: () => {},
    onmessage: null,
    onmessageerror: null,
    onerror: null,
  });
}
