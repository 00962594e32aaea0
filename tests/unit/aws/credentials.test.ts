import { describe, expect, it } from 'vitest';
import { createCredentials } from '#src/aws/credentials.ts';
import { fakeAmplify, identityOf, named, tokensOf } from './fake-amplify.ts';

/** Pools that answer when they are told to. */
function slowPools() {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const amplify = fakeAmplify({
    async readTokens(refresh) {
      asked.push(refresh ? 'refresh' : 'read');
      await new Promise<void>((resolve) => waiting.push(resolve));
      return tokensOf('ada');
    },
    readIdentity: async () => identityOf('ada'),
  });
  return {
    credentials: createCredentials(amplify.loader),
    asked,
    async answer() {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const started = () => new Promise((resolve) => setImmediate(resolve));

describe('credentials', () => {
  it('are fetched once for all who ask at the same time', async () => {
    const { credentials, asked, answer } = slowPools();
    const all = Promise.all([1, 2, 3, 4, 5].map(() => credentials.current()));
    await started();
    await answer();
    expect(await all).toHaveLength(5);
    expect(asked).toEqual(['read']);
  });

  it('are fetched again for who asks later', async () => {
    const { credentials, asked, answer } = slowPools();
    const first = credentials.current();
    await started();
    await answer();
    await first;
    void credentials.current();
    await started();
    expect(asked).toEqual(['read', 'read']);
  });

  it('are refreshed after the fetch that runs, and those who ask then share the refresh', async () => {
    const { credentials, asked, answer } = slowPools();
    void credentials.current();
    const refreshed = credentials.current({ refresh: true });
    const meanwhile = credentials.current();
    await started();
    expect(asked).toEqual(['read']);
    await answer();
    expect(asked).toEqual(['read', 'refresh']);
    await answer();
    expect(await meanwhile).toBe(await refreshed);
  });

  it('come with the person they are of', async () => {
    const { loader } = fakeAmplify({
      readTokens: async () => tokensOf('ada'),
      readIdentity: async () => identityOf('ada'),
    });
    expect(await createCredentials(loader).current()).toMatchObject({
      ok: true,
      value: { sub: 'ada', identityId: 'us-east-1:ada', email: 'ada@example.com', keys: { accessKeyId: 'a' } },
    });
  });

  it('drop the identity of whoever was signed in before, before asking for the next', async () => {
    const people = ['ada', 'ada', 'bob'];
    const amplify = fakeAmplify({
      readTokens: async () => tokensOf(people[0] ?? ''),
      readIdentity: async () => {
        amplify.log.push('identity');
        return identityOf(people.shift() ?? '');
      },
    });
    const credentials = createCredentials(amplify.loader);
    for (let time = 0; time < 3; time += 1) await credentials.current();
    expect(amplify.log).toEqual(['clear', 'identity', 'identity', 'clear', 'identity']);
  });
});

describe('credentials that cannot be had', () => {
  const failureOf = async (pools: Parameters<typeof fakeAmplify>[0]) => {
    const result = await createCredentials(fakeAmplify(pools).loader).current({ refresh: true });
    if (result.ok) throw new Error('they could');
    return result.failure;
  };
  const userPoolThrows = (name: string) => failureOf({ readTokens: () => Promise.reject(named(name)) });
  const identityPoolThrows = (name: string) =>
    failureOf({ readTokens: async () => tokensOf('ada'), readIdentity: () => Promise.reject(named(name)) });

  it('mean signed out where there are no tokens', async () => {
    expect(await failureOf({ readTokens: async () => undefined })).toMatchObject({ kind: 'signed-out' });
  });

  it.each([
    ['NetworkError', 'offline'],
    ['TooManyRequestsException', 'throttled'],
    ['InternalErrorException', 'unavailable'],
    ['SyntaxError', 'unavailable'],
    ['UserNotFoundException', 'signed-out'],
    ['PasswordResetRequiredException', 'signed-out'],
  ])('where the user pool throws %s: %s', async (name, kind) => {
    expect(await userPoolThrows(name)).toMatchObject({ kind, details: expect.stringContaining(name) });
  });

  it.each([
    ['NetworkError', 'offline'],
    ['TooManyRequestsException', 'throttled'],
    ['InternalErrorException', 'unavailable'],
    ['NotAuthorizedException', 'denied'],
    ['ResourceNotFoundException', 'denied'],
    ['InvalidIdentityPoolConfigurationException', 'denied'],
  ])('where the identity pool throws %s: %s', async (name, kind) => {
    expect(await identityPoolThrows(name)).toMatchObject({ kind, details: expect.stringContaining(name) });
  });

  it('are asked for again after a failure', async () => {
    const answers = [Promise.reject(named('NetworkError')), Promise.resolve(tokensOf('ada'))];
    const { loader } = fakeAmplify({
      readTokens: () => answers.shift() ?? Promise.resolve(undefined),
      readIdentity: async () => identityOf('ada'),
    });
    const credentials = createCredentials(loader);
    expect(await credentials.current()).toMatchObject({ ok: false });
    expect(await credentials.current()).toMatchObject({ ok: true });
  });

  it('say so where the library itself cannot be loaded', async () => {
    const { loader } = fakeAmplify({});
    const broken = {
      ...loader,
      auth: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    };
    expect(await createCredentials(broken).current()).toMatchObject({ failure: { kind: 'offline' } });
  });
});
