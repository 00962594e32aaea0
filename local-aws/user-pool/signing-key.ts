import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { JsonFile } from '../json-file.ts';
import type { World } from '../service.ts';
import type { PoolState } from './pool-state.ts';

/** The pool's RSA key as its file keeps it. */
export interface SigningKey {
  readonly kid: string;
  readonly private: JWK;
  readonly public: JWK;
}

export interface KeyPair {
  readonly kid: string;
  readonly private: CryptoKey | Uint8Array;
  readonly public: CryptoKey | Uint8Array;
  readonly publicJwk: JWK;
}

/** The way to the pool's key pair, which is made when it is first asked for and then kept in the file. */
export function keyPairOf(world: World, file: JsonFile<PoolState>): () => Promise<KeyPair> {
  let loaded: Promise<KeyPair> | undefined;
  const load = async (): Promise<KeyPair> => {
    file.value.signingKey ??= await makeKey(world);
    const { kid, private: privateJwk, public: publicJwk } = file.value.signingKey;
    return {
      kid,
      private: await importJWK(privateJwk, 'RS256'),
      public: await importJWK(publicJwk, 'RS256'),
      publicJwk,
    };
  };
  return () => {
    loaded ??= load();
    return loaded;
  };
}

async function makeKey(world: World): Promise<SigningKey> {
  const kid = Buffer.from(world.randomBytes(32)).toString('base64');
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const { kty, n, e } = await exportJWK(publicKey);
  if (kty === undefined || n === undefined || e === undefined)
    throw new Error('The key that was made is not an RSA key.');
  return { kid, private: await exportJWK(privateKey), public: { alg: 'RS256', e, kid, kty, n, use: 'sig' } };
}
