import type { JsonFile } from '../json-file.ts';
import type { Credentials, World } from '../service.ts';
import type { IdentityPoolState } from './identity-pool.ts';

interface CredentialIssuer {
  issue(identityId: string): Credentials;
  find(accessKeyId: string): Credentials | undefined;
  expireAll(): void;
}

const day = 24 * 3_600_000;
const keyLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Gives out temporary credentials in AWS's forms. Whole seconds, as AWS's answers tell them. */
export function createCredentialIssuer(
  world: World,
  file: JsonFile<IdentityPoolState>,
  credentialSeconds: number,
): CredentialIssuer {
  const base64 = (bytes: number) => Buffer.from(world.randomBytes(bytes)).toString('base64');

  return {
    issue(identityId) {
      const now = world.now();
      const credentials: Credentials = {
        accessKeyId: `ASIA${Array.from(world.randomBytes(16), (byte) => keyLetters.charAt(byte % 32)).join('')}`,
        secretAccessKey: base64(30),
        sessionToken: base64(320),
        expiresAt: (Math.floor(now / 1000) + credentialSeconds) * 1000,
        identityId,
      };
      const known = file.value.credentials.filter(({ expiresAt }) => now - expiresAt < day);
      file.value.credentials = [...known, credentials];
      return credentials;
    },
    find: (accessKeyId) => file.value.credentials.find((known) => known.accessKeyId === accessKeyId),
    expireAll() {
      const now = world.now();
      file.value.credentials = file.value.credentials.map((known) => ({
        ...known,
        expiresAt: Math.min(known.expiresAt, now),
      }));
    },
  };
}
