import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { arrived, fillSignIn, openSignIn, register, type SignInTest, startSignIn } from './sign-in-page.tsx';

let test: SignInTest;

beforeAll(async () => {
  test = await startSignIn();
});
afterAll(() => test.close());
afterEach(async () => {
  test.aws.faults.clear();
  await test.session.signOut();
  await test.aws.reset();
  window.sessionStorage.clear();
});

async function signedIn(): Promise<void> {
  await register(test);
  const page = openSignIn(test, '/login');
  await fillSignIn(page);
  await arrived();
  page.unmount();
}

describe('after the password', { timeout: 60_000 }, () => {
  it('an identity pool that refuses is told with its own words, and can be tried again', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await screen.findByLabelText('Email');
    test.fault({ service: 'identity-pool', operation: 'GetId', effect: 'expired-credentials', times: 1 });
    await fillSignIn(page);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('the identity pool gives you no access');
    expect(alert.querySelector('details')?.textContent).toContain('NotAuthorizedException');
    expect(test.session.user()).toBeNull();
    await page.press('Try again');
    await arrived();
  });

  it('a network that is lost at that moment leads to the same', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await screen.findByLabelText('Email');
    test.fault({ service: 'identity-pool', effect: 'drop-request', times: 3 });
    await fillSignIn(page);
    expect((await screen.findByRole('alert')).textContent).toContain('Check your connection');
    await page.press('Try again');
    await arrived();
  });

  it('another account can be used instead', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await screen.findByLabelText('Email');
    test.fault({ service: 'identity-pool', effect: 'expired-credentials', times: 3 });
    await fillSignIn(page);
    await page.press('Use another account');
    expect(await screen.findByLabelText('Email')).toBeTruthy();
    expect(window.localStorage).toHaveLength(0);
  });

  it('a reload in the middle finds the half-made session and completes it', async () => {
    await register(test);
    const page = openSignIn(test, '/login');
    await screen.findByLabelText('Email');
    test.fault({ service: 'identity-pool', effect: 'expired-credentials', times: 1 });
    await fillSignIn(page);
    await screen.findByRole('alert');
    page.unmount();
    openSignIn(test, '/login');
    await arrived();
  });
});

describe('whoever is signed in already', { timeout: 60_000 }, () => {
  it('is led on at once', async () => {
    await signedIn();
    openSignIn(test, '/login?redirect=/settings');
    await arrived('/settings');
  });

  it('is led on without a network too', async () => {
    await signedIn();
    test.fault({ service: 'user-pool', effect: 'drop-request', times: 9 });
    openSignIn(test, '/signup');
    await arrived();
  });

  it('signs in again, in place, where the session has been revoked', async () => {
    await signedIn();
    const before = test.session.user();
    test.fault({ service: 'user-pool', operation: 'GetTokensFromRefreshToken', effect: 'expired-credentials' });
    if (before !== null) await test.session.check(before, { refresh: true });
    const page = openSignIn(test, '/login?redirect=/notes/1');
    await fillSignIn(page);
    await arrived('/notes/1');
    expect(test.session.user()).toBe(before);
  });
});

describe('where the library cannot be loaded', () => {
  it('says so and tries again', async () => {
    let loads = 0;
    const session = {
      ...test.session,
      prepareSignIn: async (...args: Parameters<typeof test.session.prepareSignIn>) => {
        loads += 1;
        if (loads > 1) return test.session.prepareSignIn(...args);
        return { ok: false, failure: { kind: 'offline', message: 'AWS cannot be reached.', details: 'no' } } as const;
      },
    };
    const page = openSignIn({ ...test, session }, '/login');
    expect((await screen.findByRole('alert')).textContent).toContain('AWS cannot be reached.');
    await page.press('Try again');
    await waitFor(() => expect(screen.getByLabelText('Email')).toBeTruthy());
  });
});
