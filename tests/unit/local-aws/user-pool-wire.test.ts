import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  InitiateAuthCommand,
  ListUsersCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { fetchAuthSession } from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { account } from '../../../local-aws/settings.ts';
import {
  ada,
  ClientId,
  type Lab,
  openLab,
  post,
  signInQuickly,
  signUpAndConfirm,
  userPoolHost,
} from './user-pool-lab.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const ask = (action: string, body: unknown) => post(userPoolHost, `AWSCognitoIdentityProviderService.${action}`, body);

describe('the wire format of the user pool', () => {
  it('puts the name of an error into the body and the headers', async () => {
    const { status, headers, body } = await ask('GetUser', { AccessToken: 'none' });
    expect(status).toBe(400);
    expect(body).toEqual({ __type: 'NotAuthorizedException', message: 'Invalid Access Token' });
    expect(headers.get('x-amzn-errortype')).toBe('NotAuthorizedException:');
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
  });

  it.each(['NoSuchThing', 'toString', ''])('knows no action "%s"', async (action) => {
    expect((await ask(action, {})).body).toMatchObject({ __type: 'UnknownOperationException' });
  });

  it('leaves the actions of administrators to the console', async () => {
    const list = lab.userPoolSdk.send(new ListUsersCommand({ UserPoolId: account.userPoolId }));
    await expect(list).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  it("answers no other service's actions, and no other method", async () => {
    const other = await post(userPoolHost, 'AWSCognitoIdentityService.SignUp', {});
    expect(other.body).toMatchObject({ __type: 'UnknownOperationException' });
    expect((await fetch(userPoolHost)).status).toBe(400);
  });

  it('names the members that are missing or out of bounds', async () => {
    const { body } = await ask('SignUp', { ClientId, Username: null, Password: 'x' });
    expect(body).toEqual({
      __type: 'InvalidParameterException',
      message: expect.stringMatching(/^2 validation errors detected: Value null at 'username' .* 'password'/),
    });
  });

  it.each(['', '{', '"\\ud800', '[]', '{"AccessToken": 7}'])('takes %j for no request', async (body) => {
    expect((await ask('GetUser', body)).body).toMatchObject({ __type: 'SerializationException' });
  });

  it('ignores members that it does not know', async () => {
    const body = {
      ClientId,
      Username: ada.username,
      Password: ada.password,
      UserContextData: { EncodedData: 'x' },
      A: 1,
    };
    expect((await ask('SignUp', body)).status).toBe(200);
  });

  it('knows one app client', async () => {
    const { body } = await ask('SignUp', { ClientId: 'another', Username: ada.username, Password: ada.password });
    expect(body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'User pool client another does not exist.',
    });
  });

  it('names the parameters that a flow misses', async () => {
    const begin = lab.userPoolSdk.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: ada.username } }),
    );
    await expect(begin).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Missing required parameter SRP_A',
    });
  });

  it('takes no session of its own making, and no challenge that the pool does not have', async () => {
    const respond = (ChallengeName: 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA') =>
      lab.userPoolSdk.send(
        new RespondToAuthChallengeCommand({
          ClientId,
          ChallengeName,
          Session: 'made-up-session-made-up',
          ChallengeResponses: { USERNAME: ada.username, SOFTWARE_TOKEN_MFA_CODE: '123456' },
        }),
      );
    await expect(respond('SOFTWARE_TOKEN_MFA')).rejects.toMatchObject({ message: 'Invalid session for the user.' });
    await expect(respond('SMS_MFA')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('calls its requests by their actions', async () => {
    await ask('SignUp', {});
    await fetch(`${userPoolHost}${account.userPoolId}/.well-known/jwks.json`);
    await fetch(userPoolHost);
    expect(lab.sent.map(({ action }) => action)).toEqual(['SignUp', 'GET /.well-known/jwks.json', 'unknown']);
  });
});

describe('the file of the user pool', () => {
  it('holds neither passwords nor refresh tokens', async () => {
    await signUpAndConfirm(lab, ada);
    const answered = await ask('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.username, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: ada.password },
    });
    const kept = await readFile(join(lab.dir, 'user-pool.json'), 'utf8');
    expect(kept).toContain(ada.username);
    expect(kept).not.toContain(ada.password);
    expect(kept).not.toContain(answered.body.AuthenticationResult.RefreshToken);
  });

  it('is emptied by a reset, which ends what was open', async () => {
    await signUpAndConfirm(lab, ada);
    await signInQuickly(ada);
    const AccessToken = String((await fetchAuthSession()).tokens?.accessToken);
    const begun = await ask('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.username },
    });
    await lab.userPool().reset();
    const goOn = {
      ClientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session: begun.body.Session,
      ChallengeResponses: { USERNAME: ada.username, ANSWER: 'PASSWORD', PASSWORD: ada.password },
    };
    expect((await ask('RespondToAuthChallenge', goOn)).body.message).toBe('Invalid session for the user.');
    await lab.restart();
    expect(lab.userPool().users()).toEqual([]);
    expect((await ask('GetUser', { AccessToken })).body).toMatchObject({ __type: 'UserNotFoundException' });
  });
});
