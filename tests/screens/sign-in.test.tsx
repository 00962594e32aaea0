import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from './sign-in-axe.ts';
import {
  arrived,
  email,
  fillSignIn,
  openSignIn,
  password,
  register,
  type SignInTest,
  startSignIn,
} from './sign-in-page.tsx';

let test: SignInTest;

beforeAll(async () => {
  test = await startSignIn();
});
afterAll(() => test.close());
afterEach(async () => {
  test.aws.faults.clear();
  test.server.resetHandlers();
  await test.session.signOut();
  await test.aws.reset();
  window.sessionStorage.clear();
});

describe('signing up', { timeout: 60_000 }, () => {
  it('leads by the code from the mail into the app', async () => {
    const page = openSignIn(test, '/signup?redirect=%2Fnotes%2F1%3Fa%3Db');
    await page.fill('Email', email);
    expect(await problemsOf(page.container)).toEqual([]);
    await page.fill('Password', password);
    await page.fill('Confirm Password', password);
    await page.press('Create Account');
    expect((await screen.findByText(/^Mail for/)).textContent).toBe(`Mail for ${email}: code ${test.code(email)}`);
    expect(await problemsOf(page.container)).toEqual([]);
    await page.fill('Confirmation Code', test.code(email));
    await page.press('Confirm');
    await arrived('/notes/1?a=b');
    expect(test.session.user()).toMatchObject({ email });
  });
});

describe('where accounts are by invitation', { timeout: 60_000 }, () => {
  it('offers none, and says so to whoever comes for one', async () => {
    const page = openSignIn(test, '/signup', 'invited');
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
    expect(screen.queryByText('Create Account')).toBeNull();
    expect(screen.getByText(/^New accounts are by invitation here\./)).toBeTruthy();
    expect(await problemsOf(page.container)).toEqual([]);
  });

  it('says so where the page does not know, and the user pool refuses', async () => {
    test.server.use(
      http.post('https://cognito-idp.us-east-1.amazonaws.com/', ({ request }) =>
        request.headers.get('x-amz-target')?.endsWith('.SignUp')
          ? HttpResponse.json(
              { __type: 'NotAuthorizedException', message: 'SignUp is not permitted for this user pool' },
              { status: 400 },
            )
          : undefined,
      ),
    );
    const page = openSignIn(test, '/signup');
    await page.fill('Email', email);
    await page.fill('Password', password);
    await page.fill('Confirm Password', password);
    await page.press('Create Account');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^New accounts are by invitation here\./);
  });
});

describe('the code screen', { timeout: 60_000 }, () => {
  it('is where an unconfirmed person gets by signing in, with a new code', async () => {
    await register(test, { confirmed: false });
    const first = test.code(email);
    const page = openSignIn(test, '/login');
    expect(await screen.findByText(/never entered the code\? Sign in/)).toBeTruthy();
    await fillSignIn(page);
    await screen.findByLabelText('Confirmation Code');
    const second = test.code(email);
    expect(second).not.toBe(first);
    await page.fill('Confirmation Code', second);
    await page.press('Confirm');
    await screen.findByRole('button', { name: 'Sign in' });
    await fillSignIn(page);
    await arrived();
  });

  it('says that a code is wrong, and sends another one', async () => {
    await register(test, { confirmed: false });
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    await page.fill('Confirmation Code', '000000');
    await page.press('Confirm');
    expect((await screen.findByRole('alert')).textContent).toContain('The code is wrong.');
    const before = test.code(email);
    await page.press('Resend Code');
    await waitFor(() => expect(test.code(email)).not.toBe(before));
    await waitFor(() => expect(screen.getByText(/^Mail for/).textContent).toContain(test.code(email)));
  });

  it('can be left for the sign-in form', async () => {
    await register(test, { confirmed: false });
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    await page.press('Back to Sign In');
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
  });
});

describe('signing in', { timeout: 60_000 }, () => {
  it('takes four exchanges from the button to credentials', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await screen.findByLabelText('Email');
    test.aws.requests.clear();
    await fillSignIn(page);
    await arrived();
    expect(test.asked()).toEqual([
      'user-pool InitiateAuth',
      'user-pool RespondToAuthChallenge',
      'identity-pool GetId',
      'identity-pool GetCredentialsForIdentity',
    ]);
  });

  it('says that a password is wrong', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await fillSignIn(page, 'Wr0ng!password');
    expect((await screen.findByRole('alert')).textContent).toContain('The email address or the password is wrong.');
    expect(await problemsOf(page.container)).toEqual([]);
    await fillSignIn(page);
    await arrived();
  });

  it('says that there is no network', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await screen.findByLabelText('Email');
    test.fault({ service: 'user-pool', effect: 'drop-request', times: 10 });
    await fillSignIn(page);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('AWS cannot be reached. Check your connection.');
    expect(within(alert).getByRole('link', { name: 'Check the connection' }).getAttribute('href')).toBe('/help');
    expect(alert.querySelector('details')?.textContent).toContain('A network error has occurred.');
    expect(await problemsOf(page.container)).toEqual([]);
  });

  it('sets a new password for who has forgotten theirs', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await page.press('Forgot your password?');
    await page.fill('Enter your email', email);
    await page.press('Send code');
    expect(await screen.findByText(new RegExp(`A code was sent to ${email}`))).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Confirmation Code')));
    await page.fill('Confirmation Code', test.code(email, 'reset'));
    await page.fill('New Password', 'An0ther!word');
    await page.fill('Confirm Password', 'An0ther!word');
    await page.press('Submit');
    await screen.findByRole('button', { name: 'Sign in' });
    await fillSignIn(page, 'An0ther!word');
    await arrived();
  });
});
