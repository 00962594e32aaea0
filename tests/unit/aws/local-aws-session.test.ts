import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedInUser } from '#src/aws/session.ts';
import { awsOnLocalAws, enter, password, register } from './aws-on-local-aws.ts';
import { noteId } from './fake-notes-backend.ts';

const email = 'ada@example.com';
let aws: Awaited<ReturnType<typeof awsOnLocalAws>>;

beforeAll(async () => {
  aws = await awsOnLocalAws();
});
afterAll(() => aws.close());
afterEach(async () => {
  aws.aws.faults.clear();
  await aws.session.signOut();
  await aws.aws.reset();
});

async function signedIn(): Promise<SignedInUser> {
  await register(aws, email);
  await enter(aws, email);
  const completed = await aws.session.completeSignIn();
  if (!completed.ok) throw new Error(completed.failure.details);
  return completed.value;
}

describe('signing in', { timeout: 30_000 }, () => {
  it('takes five exchanges from the form to the first signed answer', async () => {
    await register(aws, email);
    let entered = () => {};
    const done = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const prepared = await aws.session.prepareSignIn(entered);
    if (!prepared.ok) throw new Error(prepared.failure.details);
    aws.aws.requests.clear();
    void prepared.value.calls.handleSignIn({ username: email, password });
    await done;
    const completed = await aws.session.completeSignIn();
    expect(completed.ok && (await aws.session.check(completed.value))).toMatchObject({ ok: true });
    expect(await aws.notesApi.pull('0')).toMatchObject({ ok: true, value: { kind: 'changes', notes: [] } });
    expect(aws.asked()).toEqual([
      'user-pool InitiateAuth',
      'user-pool RespondToAuthChallenge',
      'identity-pool GetId',
      'identity-pool GetCredentialsForIdentity',
      'notes GET /notes',
    ]);
  });

  it('records the identity that the pools gave', async () => {
    const user = await signedIn();
    const [known] = aws.aws.userPool.users();
    expect(user).toEqual({ sub: known?.sub, identityId: aws.aws.identityPool.identityOf(user.sub), email });
    expect(aws.session.user()).toEqual(user);
  });

  it('leaves a step that is not the last to the Authenticator', async () => {
    await register(aws, email);
    await aws.aws.userPool.setMfa(email, 'email');
    let entered = false;
    const prepared = await aws.session.prepareSignIn(() => {
      entered = true;
    });
    if (!prepared.ok) throw new Error(prepared.failure.details);
    const output = await prepared.value.calls.handleSignIn({ username: email, password });
    expect(output.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    expect(entered).toBe(false);
  });
});

describe('the session', { timeout: 30_000 }, () => {
  it('asks the pools once for five who need credentials at the same time', async () => {
    const user = await signedIn();
    await aws.session.check(user, { refresh: true });
    aws.aws.requests.clear();
    await Promise.all([1, 2, 3, 4, 5].map(() => aws.session.check(user, { refresh: true })));
    expect(aws.asked()).toEqual(['user-pool GetTokensFromRefreshToken', 'identity-pool GetCredentialsForIdentity']);
  });

  it('goes on with new credentials after the old ones expired on the server', async () => {
    const user = await signedIn();
    await aws.notesApi.pull('0');
    await aws.aws.identityPool.expireCredentials();
    expect(await aws.notesApi.pull('0')).toMatchObject({ ok: false, failure: { kind: 'expired' } });
    expect(await aws.session.check(user, { refresh: true })).toMatchObject({ ok: true });
    expect(await aws.notesApi.pull('0')).toMatchObject({ ok: true });
  });

  it('is over once the pool has revoked it, and keeps the record so that the notes stay', async () => {
    const user = await signedIn();
    aws.fault({ service: 'user-pool', operation: 'GetTokensFromRefreshToken', effect: 'expired-credentials' });
    expect(await aws.session.check(user, { refresh: true })).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(await aws.session.check(user)).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(aws.session.user()).toEqual(user);
  });

  it('survives a refresh without a network', async () => {
    const user = await signedIn();
    aws.fault({ service: 'user-pool', effect: 'drop-request', times: 3 });
    expect(await aws.session.check(user, { refresh: true })).toMatchObject({ failure: { kind: 'offline' } });
    expect(await aws.session.check(user, { refresh: true })).toMatchObject({ ok: true });
  });

  it('does not pass for the person who was here before', async () => {
    const ada = await signedIn();
    await aws.session.signOut();
    await register(aws, 'bob@example.com');
    await enter(aws, 'bob@example.com');
    expect(await aws.session.check(ada)).toMatchObject({ failure: { kind: 'signed-out' } });
    const bob = await aws.session.completeSignIn();
    expect(bob).toMatchObject({ ok: true, value: { email: 'bob@example.com' } });
    expect(bob.ok && bob.value.identityId).not.toBe(ada.identityId);
  });

  it('is revoked at the pool on signing out, and gone here even when the pool cannot be reached', async () => {
    const user = await signedIn();
    aws.aws.requests.clear();
    await aws.session.signOut();
    expect(aws.asked()).toEqual(['user-pool RevokeToken']);
    await enter(aws, email);
    await aws.session.completeSignIn();
    aws.fault({ service: 'user-pool', effect: 'drop-request', times: 10 });
    await aws.session.signOut();
    expect(aws.session.user()).toBeNull();
    expect(await aws.session.check(user)).toMatchObject({ failure: { kind: 'signed-out' } });
  });
});

const id = noteId('01939d5a-0000-7000-8000-000000000001');
const write = (content: string, version: number | null) =>
  aws.notesApi.write({ id, content, attachment: null, version }, 'versioned');

describe('the notes API', { timeout: 30_000 }, () => {
  beforeEach(signedIn);

  it('creates, reads, changes and deletes a note', async () => {
    expect(await write('one', null)).toMatchObject({ value: { kind: 'written', version: 1 } });
    expect(await write('one', null)).toMatchObject({ value: { kind: 'written', version: 1 } });
    expect(await write('two', 1)).toMatchObject({ value: { kind: 'written', version: 2 } });
    expect(await aws.notesApi.read(id)).toMatchObject({ value: { id, content: 'two', version: 2 } });
    expect(await write('three', 1)).toMatchObject({ value: { kind: 'changed elsewhere', note: { content: 'two' } } });
    expect(await aws.notesApi.remove(id, 1, 'versioned')).toMatchObject({ value: { kind: 'changed elsewhere' } });
    expect(await aws.notesApi.remove(id, 2, 'versioned')).toMatchObject({ value: { kind: 'written', version: 3 } });
    expect(await aws.notesApi.read(id)).toEqual({ ok: true, value: null });
    expect(await write('four', 2)).toMatchObject({ value: { kind: 'deleted elsewhere', version: 3 } });
    expect(await aws.notesApi.pull('0')).toMatchObject({ value: { notes: [], deleted: [{ id, version: 3 }] } });
    expect(aws.reports).toEqual([]);
  });

  it('turns faults on the way into failures', async () => {
    const failing = async (fault: Parameters<typeof aws.fault>[0]) => {
      aws.fault(fault);
      const result = await aws.notesApi.pull('0');
      return result.ok ? null : result.failure.kind;
    };
    expect(await failing({ service: 'notes', effect: 'drop-request' })).toBe('offline');
    expect(await failing({ service: 'notes', effect: 'drop-response' })).toBe('offline');
    expect(await failing({ service: 'notes', effect: 'error', status: 429 })).toBe('throttled');
    expect(await failing({ service: 'notes', effect: 'error', status: 503 })).toBe('unavailable');
    expect(await failing({ service: 'notes', effect: 'html' })).toBe('unavailable');
    expect(await failing({ service: 'notes', effect: 'expired-credentials' })).toBe('expired');
    expect(await failing({ service: 'notes', effect: 'cut-body' })).toMatch(/offline|unavailable/);
  });

  it('gets through with a clock that AWS refuses', async () => {
    aws.aws.clock.setOffset(20 * 60 * 1000);
    expect(await aws.notesApi.pull('0')).toMatchObject({ ok: true });
    expect(await write('late', null)).toMatchObject({ value: { kind: 'written' } });
  });

  it('has the size of a note too long for it told', async () => {
    expect(await write('x'.repeat(360_000), null)).toMatchObject({ failure: { kind: 'too-large' } });
  });
});
