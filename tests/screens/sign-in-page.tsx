import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { confirmSignUp, signUp } from 'aws-amplify/auth';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { sha256 } from '#src/aws/checksum.ts';
import { createAws } from '#src/aws/create-aws.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import { SignInScreen } from '#src/screens/sign-in/sign-in-screen.tsx';
import { type InboxMessage, type Observable, ServicesProvider, type Session } from '#src/services.ts';
import { account } from '../../local-aws/settings.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { aloneInTheBrowser } from '../support/fake-tabs.ts';
import { startLocalAws, type TestAws } from '../support/local-aws-msw.ts';

export const email = 'ada@example.com';
export const password = 'Passw0rd!ada';

export interface SignInTest extends TestAws {
  readonly session: Session;
  readonly objects: ObjectStorage;
  readonly inbox: Observable<readonly InboxMessage[]>;
}

/** The embedded AWS, and a session over it as main.tsx makes it. */
export async function startSignIn(): Promise<SignInTest> {
  const test = await startLocalAws();
  const { region, apiId, stage, bucket, userPoolId, userPoolClientId, identityPoolId } = account;
  const { session, connect } = createAws(
    {
      region,
      apiUrl: `https://${apiId}.execute-api.${region}.amazonaws.com/${stage}`,
      bucket,
      userPoolId,
      userPoolClientId,
      identityPoolId,
      attachmentsPrefix: '{identityId}/',
      maxAttachmentBytes: 1000,
      signUp: 'open',
    },
    null,
    {
      storage: window.localStorage,
      storageEvents: window,
      tabStorage: window.sessionStorage,
      ...aloneInTheBrowser(),
      fetch,
      XMLHttpRequest,
      sha256,
      now: () => Date.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      report: () => {},
    },
  );
  const { objects } = await connect();
  return { ...test, session, objects, inbox: inboxOf(test) };
}

/** The embedded inbox as the page sees it, without asking over HTTP every second. */
function inboxOf({ aws }: TestAws): Observable<readonly InboxMessage[]> {
  let seen: readonly InboxMessage[] = [];
  return {
    get() {
      const now = aws.inbox.messages();
      if (now.length !== seen.length) seen = [...now];
      return seen;
    },
    subscribe(listener) {
      const timer = setInterval(listener, 20);
      return () => clearInterval(timer);
    },
  };
}

/** Opens an address of the app with a person before it. Where they end up after signing in is shown as text. */
export function openSignIn({ session, inbox }: SignInTest, address: string, signUp: 'open' | 'invited' = 'open') {
  const { services } = createFakeServices({ user: null, connection: { kind: 'local', inbox, signUp } });
  const view = render(
    <ServicesProvider value={{ ...services, session }}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path="/login" element={<SignInScreen initial="sign in" />} />
          <Route path="/signup" element={<SignInScreen initial="sign up" />} />
          <Route path="*" element={<Where />} />
        </Routes>
      </MemoryRouter>
    </ServicesProvider>,
  );
  const person = userEvent.setup({ delay: null });
  return {
    ...view,
    async fill(label: string, text: string): Promise<void> {
      const field = await screen.findByLabelText(label);
      await person.clear(field);
      await person.click(field);
      await person.paste(text);
    },
    async press(name: string): Promise<void> {
      await person.click(await screen.findByRole('button', { name }));
    },
  };
}

export type SignInPage = ReturnType<typeof openSignIn>;

/** Makes an account without a page; it has no session yet. */
export async function register({ session, code }: SignInTest, { confirmed = true } = {}): Promise<void> {
  await session.prepareSignIn(() => {});
  await signUp({ username: email, password, options: { userAttributes: { email } } });
  if (confirmed) await confirmSignUp({ username: email, confirmationCode: code(email) });
}

export async function fillSignIn(page: SignInPage, word = password): Promise<void> {
  await page.fill('Email', email);
  await page.fill('Password', word);
  await page.press('Sign in');
}

export const arrived = (at = '/') => screen.findByText(`arrived at ${at}`);

const Where = () => {
  const { pathname, search } = useLocation();
  return <p>{`arrived at ${pathname}${search}`}</p>;
};
