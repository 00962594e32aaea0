import { join } from 'node:path';
import * as v from 'valibot';
import { type Actions, action, actionName, type Dialect, refuseInJson, runAction } from '../aws-json.ts';
import { openJsonFile } from '../json-file.ts';
import { AwsError, type AwsService, type Credentials, type World } from '../service.ts';
import { account } from '../settings.ts';
import { uuid } from '../uuid.ts';
import { createCredentialIssuer } from './credentials.ts';
import { subOfLogins } from './logins.ts';

/** The embedded Cognito identity pool: one identity for each user of the user pool, and no guests. */
export interface IdentityPool extends AwsService {
  /** What was given out under the key, also where it has expired since; forgotten a day later. */
  credentials(accessKeyId: string): Credentials | undefined;
  /** The identity id of the user pool's user, once they have asked for it. */
  identityOf(sub: string): string | undefined;
  /** Makes all credentials that are out expire now. */
  expireCredentials(): Promise<void>;
  /** Forgets all identities and credentials. */
  reset(): Promise<void>;
}

export interface IdentityPoolState {
  /** Identity ids by the user pool's `sub`. */
  identities: Record<string, string>;
  credentials: Credentials[];
}

interface IdentityPoolDeps {
  readonly world: World;
  /** Where `identity-pool.json` is kept; null: in memory. */
  readonly dir: string | null;
  verifyIdToken(token: string): Promise<{ sub: string }>;
  /** How long credentials live; 3600 where it is left out. */
  readonly credentialSeconds?: number;
  /** The id of the user pool that it trusts; ours where it is left out. */
  readonly trusted?: string;
}

const dialect: Dialect = { target: 'AWSCognitoIdentityService', invalidCode: 'ValidationException' };
const id = v.pipe(v.string(), v.maxLength(55), v.regex(/^[\w-]+:[0-9a-f-]+$/));
const logins = v.nullish(v.record(v.string(), v.string()), {});

export async function createIdentityPool(deps: IdentityPoolDeps): Promise<IdentityPool> {
  const { world, dir, verifyIdToken, credentialSeconds = 3600, trusted = account.userPoolId } = deps;
  const path = dir === null ? null : join(dir, 'identity-pool.json');
  const file = await openJsonFile<IdentityPoolState>(path, () => ({ identities: {}, credentials: [] }));
  const issuer = createCredentialIssuer(world, file, credentialSeconds);

  const actions: Actions = {
    GetId: action(v.object({ IdentityPoolId: id, Logins: logins }), async ({ IdentityPoolId, Logins }) => {
      if (IdentityPoolId !== account.identityPoolId) throw notFound('IdentityPool', IdentityPoolId);
      if (Object.keys(Logins).length === 0) {
        throw notAuthorized('Unauthenticated access is not supported for this identity pool.');
      }
      const sub = await subOfLogins(Logins, verifyIdToken, trusted);
      file.value.identities[sub] ??= `${account.region}:${uuid(world)}`;
      await file.save();
      return { IdentityId: file.value.identities[sub] };
    }),

    GetCredentialsForIdentity: action(v.object({ IdentityId: id, Logins: logins }), async ({ IdentityId, Logins }) => {
      const owner = Object.entries(file.value.identities).find(([, identityId]) => identityId === IdentityId)?.[0];
      if (owner === undefined) throw notFound('Identity', IdentityId);
      if (Object.keys(Logins).length === 0) throw notAuthorized(`Access to Identity '${IdentityId}' is forbidden.`);
      if ((await subOfLogins(Logins, verifyIdToken, trusted)) !== owner) {
        const message =
          "Logins don't match. Please include at least one valid login for this identity or identity pool.";
        throw notAuthorized(message);
      }
      const issued = issuer.issue(IdentityId);
      await file.save();
      return {
        IdentityId,
        Credentials: {
          AccessKeyId: issued.accessKeyId,
          SecretKey: issued.secretAccessKey,
          SessionToken: issued.sessionToken,
          Expiration: issued.expiresAt / 1000,
        },
      };
    }),
  };

  return {
    name: 'identity-pool',
    operation: (request) => actionName(request, dialect) ?? 'unknown',
    handle: (request) => runAction(request, actions, dialect),
    refuse: refuseInJson,
    credentials: issuer.find,
    identityOf: (sub) => file.value.identities[sub],
    async expireCredentials() {
      issuer.expireAll();
      await file.save();
    },
    async reset() {
      file.value = { identities: {}, credentials: [] };
      await file.save();
    },
  };
}

const notAuthorized = (message: string): AwsError => new AwsError('NotAuthorizedException', message);
const notFound = (what: string, name: string): AwsError =>
  new AwsError('ResourceNotFoundException', `${what} '${name}' not found.`);
