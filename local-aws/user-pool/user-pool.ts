import { join } from 'node:path';
import { actionName, type Dialect, refuseInJson, runAction } from '../aws-json.ts';
import { openJsonFile } from '../json-file.ts';
import { AwsError, type AwsRequest, type AwsService, type InboxMessage, type World } from '../service.ts';
import { account } from '../settings.ts';
import { createAdmin, type PoolAdmin } from './admin.ts';
import { clientIn, refuseWithoutSecret } from './app-client.ts';
import { createChallenges } from './challenges.ts';
import { idTokenVerifier } from './id-token.ts';
import { mfaActions } from './mfa-actions.ts';
import { passwordActions } from './password-actions.ts';
import type { Pool } from './pool.ts';
import { emptyState } from './pool-state.ts';
import { profileActions } from './profile-actions.ts';
import { sessionActions } from './session-actions.ts';
import { signInActions } from './sign-in-actions.ts';
import { signUpActions } from './sign-up-actions.ts';
import { keyPairOf } from './signing-key.ts';
import { createTokens } from './tokens.ts';

/** The embedded Cognito user pool, as people get one whose app signs in by SRP with an address. */
export interface UserPool extends AwsService, PoolAdmin {
  /** Throws AwsError NotAuthorizedException for a bad signature, another issuer or audience, or an expired token. */
  verifyIdToken(token: string): Promise<{ sub: string }>;
  /** Forgets all users and sessions. The signing key stays. */
  reset(): Promise<void>;
}

interface UserPoolDeps {
  readonly world: World;
  /** Where `user-pool.json` is kept; null: in memory. */
  readonly dir: string | null;
  deliver(message: InboxMessage): void;
  /** How long access and id tokens live; 3600 where it is left out. */
  readonly tokenSeconds?: number;
  /** Whether the app client was made with a secret. */
  readonly hasSecret?: boolean;
}

const dialect: Dialect = { target: 'AWSCognitoIdentityProviderService', invalidCode: 'InvalidParameterException' };
const keySetPath = /^\/([^/]+)\/\.well-known\/jwks\.json$/;
const pools: readonly string[] = [account.userPoolId, account.otherUserPoolId];

export async function createUserPool(deps: UserPoolDeps): Promise<UserPool> {
  const { world, dir, deliver, tokenSeconds = 3600, hasSecret = false } = deps;
  const file = await openJsonFile(dir === null ? null : join(dir, 'user-pool.json'), () => emptyState(world));
  const tokens = createTokens(world, keyPairOf(world, file), tokenSeconds);
  const pool: Pool = { world, file, tokens, challenges: createChallenges(world), deliver };
  const actions = {
    ...signUpActions(pool),
    ...signInActions(pool),
    ...sessionActions(pool),
    ...passwordActions(pool),
    ...profileActions(pool),
    ...mfaActions(pool),
  };
  const others = signInActions({ ...pool, file: { value: emptyState(world), save: async () => {} } });
  const asksForKeys = ({ method, url }: AwsRequest): boolean => method === 'GET' && keySetPath.test(url.pathname);

  return {
    ...createAdmin(pool),
    name: 'user-pool',
    operation: (request) =>
      asksForKeys(request) ? 'GET /.well-known/jwks.json' : (actionName(request, dialect) ?? 'unknown'),

    async handle(request) {
      try {
        if (asksForKeys(request)) {
          refuseUnknownPool(request.url);
          return Response.json(await tokens.keySet());
        }
        if (hasSecret) refuseWithoutSecret(request);
        const ofOther = clientIn(request) === account.otherUserPoolClientId;
        return await runAction(request, ofOther ? others : actions, dialect);
      } finally {
        // Refusals change things too: wrong codes and passwords are counted.
        await file.save();
      }
    },

    refuse: refuseInJson,
    verifyIdToken: idTokenVerifier(world, tokens),

    async reset() {
      file.value = { ...emptyState(world), signingKey: file.value.signingKey };
      pool.challenges.clear();
      await file.save();
    },
  };
}

function refuseUnknownPool({ pathname }: URL): void {
  const id = keySetPath.exec(pathname)?.[1] ?? '';
  if (!pools.includes(id)) throw new AwsError('ResourceNotFoundException', `User pool ${id} does not exist.`);
}
