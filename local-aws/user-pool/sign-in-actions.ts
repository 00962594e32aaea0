import * as v from 'valibot';
import { type Actions, action } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { challenge } from './next-step.ts';
import { askForProof, checkPlainPassword, checkProof } from './password-challenge.ts';
import type { Pool } from './pool.ts';
import * as field from './request-fields.ts';
import {
  answerAuthenticator,
  answerChoice,
  answerMailedCode,
  answerNewPassword,
  answerSetUp,
} from './second-factor.ts';
import { refresh } from './session-actions.ts';

type Parameters = Readonly<Record<string, string>>;

/**
 * Signing in: USER_SRP_AUTH, USER_AUTH (the choice-based flow, with passwords) and refresh tokens. USER_PASSWORD_AUTH, custom and
 * administrators' flows are not enabled for the app client.
 */
export const signInActions = (pool: Pool): Actions => ({
  InitiateAuth: action(
    v.object({ ClientId: field.clientId, AuthFlow: v.string(), AuthParameters: v.nullish(field.parameters, {}) }),
    async ({ AuthFlow, AuthParameters }) => {
      switch (AuthFlow) {
        case 'USER_SRP_AUTH':
          return askForProof(pool, AuthParameters);
        case 'USER_AUTH':
          return startChoice(pool, AuthParameters);
        case 'REFRESH_TOKEN_AUTH':
        case 'REFRESH_TOKEN': {
          const tokens = await refresh(pool, field.required(AuthParameters, 'REFRESH_TOKEN'));
          return { ChallengeParameters: {}, AuthenticationResult: tokens };
        }
        default:
          throw invalid(`${AuthFlow} flow not enabled for this client`);
      }
    },
  ),

  RespondToAuthChallenge: action(
    v.object({
      ClientId: field.clientId,
      ChallengeName: v.string(),
      ChallengeResponses: v.nullish(field.parameters, {}),
      Session: v.nullish(field.session),
    }),
    async ({ ChallengeName, ChallengeResponses, Session }) => {
      if (ChallengeName === 'PASSWORD_VERIFIER') return checkProof(pool, ChallengeResponses);
      const answer = Object.hasOwn(answers, ChallengeName) ? answers[ChallengeName] : undefined;
      if (answer === undefined) throw invalid(`The challenge ${ChallengeName} is not one of this pool's.`);
      if (!Session) throw invalid('Missing required parameter Session');
      field.required(ChallengeResponses, 'USERNAME');
      return answer(pool, Session, ChallengeResponses);
    },
  ),
});

const answers: Readonly<Record<string, typeof answerNewPassword>> = {
  SELECT_CHALLENGE: answerFirstFactor,
  NEW_PASSWORD_REQUIRED: answerNewPassword,
  SELECT_MFA_TYPE: answerChoice,
  SOFTWARE_TOKEN_MFA: answerAuthenticator,
  EMAIL_OTP: answerMailedCode,
  MFA_SETUP: answerSetUp,
};

async function startChoice(pool: Pool, given: Parameters): Promise<object> {
  const name = field.required(given, 'USERNAME');
  if (given.PREFERRED_CHALLENGE === 'PASSWORD_SRP') return askForProof(pool, given);
  if (given.PREFERRED_CHALLENGE === 'PASSWORD') return checkPlainPassword(pool, given);
  return {
    ...challenge('SELECT_CHALLENGE', pool.challenges.open({ kind: 'choice', name }), {}),
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  };
}

async function answerFirstFactor(pool: Pool, session: string, given: Parameters): Promise<object> {
  const { name } = pool.challenges.find(session, 'choice');
  pool.challenges.use(session);
  const parameters = { ...given, USERNAME: name };
  if (given.ANSWER === 'PASSWORD_SRP') return askForProof(pool, parameters);
  if (given.ANSWER === 'PASSWORD') return checkPlainPassword(pool, parameters);
  throw invalid(`${given.ANSWER ?? 'No answer'} is not one of the choices.`);
}

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
