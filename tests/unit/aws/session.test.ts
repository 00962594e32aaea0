import { describe, expect, it } from 'vitest';
import { createSession } from '#src/aws/create-session.ts';
import { createCredentials } from '#src/aws/credentials.ts';
import { createTokenHome } from '#src/aws/token-home.ts';
import { fakeTabs } from '../../support/fake-tabs.ts';
import { fakeAmplify, identityOf, named, tokensOf } from './fake-amplify.ts';
import { fakeStorage } from './fake-storage.ts';

const backend = {
  region: 'us-east-1',
  apiUrl: 'https://api.example/prod',
  bucket: 'uploads',
  userPoolId: 'us-east-1_Pool',
  userPoolClientId: 'client',
  identityPoolId: 'us-east-1:pool',
};
const recordKey = 'satchel.user.us-east-1_Pool.us-east-1:pool';
type Pools = Parameters<typeof fakeAmplify>[0];
const ada = { sub: 'ada', identityId: 'us-east-1:ada', email: 'ada@example.com' };
const bob = { sub: 'bob', identityId: 'us-east-1:bob', email: 'bob@example.com' };

const signedIn = (sub: string, identityId?: string): Pools => ({
  readTokens: async () => tokensOf(sub),
  readIdentity: async () => identityOf(sub, identityId),
});

function sessionWith(
  pools: Pools,
  stored: Record<string, string> = {},
  tabs = fakeTabs(),
  device = fakeStorage(stored),
) {
  const tab = fakeStorage();
  const { loader, log } = fakeAmplify(pools);
  const session = createSession({
    amplify: loader,
    credentials: createCredentials(loader),
    ...tabs.open(),
    home: createTokenHome({ local: device.storage, tab: tab.storage }),
    storageEvents: device.events,
    backend,
    wait: () => Promise.resolve(),
  });
  let changes = 0;
  session.subscribe(() => {
    changes += 1;
  });
  return { session, device, tab, log, changes: () => changes };
}

const never = () => new Promise<never>(() => {});
const nothing: Pools = { readTokens: never, readIdentity: never, signOut: never };

describe('the record of the user', () => {
  it('is there at once, and the same object until it changes', () => {
    const { session } = sessionWith(nothing, { [recordKey]: JSON.stringify(ada) });
    expect(session.user()).toEqual(ada);
    expect(session.user()).toBe(session.user());
  });

  it.each(['', '{', '[]', '{"sub":"ada"}', '{"sub":"","identityId":"i","email":"e"}'])(
    'is nobody where it reads %s',
    (text) => {
      expect(sessionWith(nothing, { [recordKey]: text }).session.user()).toBeNull();
    },
  );

  it("is not another backend's", () => {
    const { session } = sessionWith(nothing, { 'satchel.user.us-east-1_Other.us-east-1:pool': JSON.stringify(ada) });
    expect(session.user()).toBeNull();
  });

  it('follows what other tabs do, and tells of it', () => {
    const { session, device, changes } = sessionWith(nothing);
    device.elsewhere(recordKey, JSON.stringify(ada));
    expect(session.user()).toEqual(ada);
    device.elsewhere('something else', 'x');
    expect(changes()).toBe(1);
    device.elsewhere(recordKey, null);
    expect(session.user()).toBeNull();
    expect(changes()).toBe(2);
  });
});

describe('completing the sign-in', () => {
  it('records who it is, and tells of it', async () => {
    const { session, changes } = sessionWith(signedIn('ada'));
    expect(await session.completeSignIn()).toEqual({ ok: true, value: ada });
    expect(session.user()).toEqual(ada);
    expect(changes()).toBe(1);
  });

  it('keeps the record as it is where the same person signs in again', async () => {
    const { session } = sessionWith(signedIn('ada'), { [recordKey]: JSON.stringify(ada) });
    const before = session.user();
    await session.completeSignIn();
    expect(session.user()).toBe(before);
  });

  it('records nobody where the identity pool refuses', async () => {
    const { session } = sessionWith({
      ...signedIn('ada'),
      readIdentity: () => Promise.reject(named('NotAuthorizedException')),
    });
    expect(await session.completeSignIn()).toMatchObject({ ok: false, failure: { kind: 'denied' } });
    expect(session.user()).toBeNull();
  });
});

describe('check', () => {
  it('lets the person through whose session it is', async () => {
    expect(await sessionWith(signedIn('ada')).session.check(ada)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['another person', signedIn('bob')],
    ['the same person under another identity', signedIn('ada', 'us-east-1:another-pool')],
    ['nobody', { readTokens: async () => undefined }],
  ])('stops what would go out as %s', async (_, pools) => {
    expect(await sessionWith(pools).session.check(ada)).toMatchObject({ ok: false, failure: { kind: 'signed-out' } });
  });

  it('does not take a lost network for a sign-out', async () => {
    const { session } = sessionWith(
      { readTokens: () => Promise.reject(named('NetworkError')) },
      { [recordKey]: JSON.stringify(ada) },
    );
    expect(await session.check(ada)).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(session.user()).toEqual(ada);
  });

  it('asks for new tokens where it is told to', async () => {
    const asked: boolean[] = [];
    const { session } = sessionWith({
      ...signedIn('ada'),
      readTokens: async (refresh) => {
        asked.push(refresh);
        return tokensOf('ada');
      },
    });
    await session.check(ada);
    await session.check(ada, { refresh: true });
    expect(asked).toEqual([false, true]);
  });
});

const amplifysKeys = {
  'CognitoIdentityServiceProvider.client.LastAuthUser': 'ada',
  'CognitoIdentityServiceProvider.client.ada.refreshToken': 'secret',
  'CognitoIdentityServiceProvider.client.ada.deviceKey': 'device',
  'com.amplify.Cognito.us-east-1:pool.identityId': 'us-east-1:guest',
  __uploadInProgress: '{}',
};

describe('signing in again as the same person', () => {
  it('tells this tab and the others, though the user stays the same', async () => {
    const tabs = fakeTabs();
    const stored = { [recordKey]: JSON.stringify(ada) };
    const device = fakeStorage(stored);
    const here = sessionWith(signedIn('ada'), stored, tabs, device);
    const there = sessionWith(nothing, stored, tabs, device);
    await here.session.completeSignIn();
    expect([here.changes(), there.changes()]).toEqual([1, 1]);
  });

  it('tells no tab that keeps a session of its own', async () => {
    const tabs = fakeTabs();
    const there = sessionWith(nothing, {}, tabs);
    there.session.keep(false);
    await sessionWith(signedIn('ada'), {}, tabs).session.completeSignIn();
    expect(there.changes()).toBe(0);
  });
});

describe('a session of one tab', () => {
  it('leaves nothing where other tabs, and whoever comes next, could find it', async () => {
    const { session, device, tab } = sessionWith({ ...signedIn('ada'), signOut: async () => {} });
    session.keep(false);
    expect(session.keeps()).toBe(false);
    await session.completeSignIn();
    expect(session.user()).toEqual(ada);
    expect(device.keys()).toEqual([]);
    expect(tab.keys()).toContain(recordKey);
    await session.signOut();
    expect(session.user()).toBeNull();
    expect(tab.keys()).not.toContain(recordKey);
  });

  it('does not end the one that the browser keeps', async () => {
    const stored = { [recordKey]: JSON.stringify(bob), ...amplifysKeys };
    const { session, device } = sessionWith({ ...signedIn('ada'), signOut: async () => {} }, stored);
    session.keep(false);
    expect(session.user()).toBeNull();
    await session.completeSignIn();
    await session.signOut();
    expect(device.keys().sort()).toEqual(Object.keys(stored).sort());
  });
});

describe('signing out', () => {
  it('leaves nothing of the person on the device, and nothing else is touched', async () => {
    const others = { theme: 'dark', 'CognitoIdentityServiceProvider.otherapp.x.idToken': 'theirs' };
    const { session, device, log, changes } = sessionWith(
      { ...signedIn('ada'), signOut: async () => {} },
      { [recordKey]: JSON.stringify(ada), ...amplifysKeys, ...others },
    );
    await session.signOut();
    expect(session.user()).toBeNull();
    expect(changes()).toBe(1);
    expect(device.keys().sort()).toEqual(Object.keys(others).sort());
    expect(log).toContain('clear');
  });

  it('does so where the user pool never answers', async () => {
    const { session, device } = sessionWith(nothing, { [recordKey]: JSON.stringify(ada), ...amplifysKeys });
    await session.signOut();
    expect(device.keys()).toEqual([]);
  });

  it('does so where the library cannot be loaded', async () => {
    const device = fakeStorage({ [recordKey]: JSON.stringify(bob), ...amplifysKeys });
    const { loader } = fakeAmplify(nothing);
    const broken = { ...loader, auth: () => Promise.reject(new TypeError('Failed to fetch')) };
    const session = createSession({
      amplify: broken,
      credentials: createCredentials(broken),
      ...fakeTabs().open(),
      home: createTokenHome({ local: device.storage, tab: fakeStorage().storage }),
      storageEvents: device.events,
      backend,
      wait: never,
    });
    await session.signOut();
    expect(session.user()).toBeNull();
    expect(device.keys()).toEqual([]);
  });
});
