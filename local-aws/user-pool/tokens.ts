import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { World } from '../service.ts';
import { account } from '../settings.ts';
import { uuid } from '../uuid.ts';
import type { KeyPair } from './signing-key.ts';
import type { User } from './user.ts';

const issuer = `https://cognito-idp.${account.region}.amazonaws.com/${account.userPoolId}`;

/** What ties an access token and an id token to the sign-in that they come from. */
export interface SignIn {
  /** Claim `origin_jti`. */
  readonly originJti: string;
  /** When the person signed in; ms. */
  readonly authTime: number;
}

export interface TokenPair {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
}

type TokenReading =
  | { readonly kind: 'good'; readonly claims: JWTPayload }
  | { readonly kind: 'expired'; readonly expiredAt: number }
  | { readonly kind: 'malformed' | 'foreign' | 'forged' };

export interface Tokens {
  issue(user: User, signIn: SignIn): Promise<TokenPair>;
  /** Checks signature, issuer, expiry and kind. `expiredAt` is in seconds; `foreign` is another issuer, client or kind. */
  read(token: string, use: 'access' | 'id'): Promise<TokenReading>;
  /** RFC 7517. */
  keySet(): Promise<{ keys: object[] }>;
}

export function createTokens(world: World, keyPair: () => Promise<KeyPair>, tokenSeconds: number): Tokens {
  async function sign(claims: JWTPayload): Promise<string> {
    const key = await keyPair();
    return new SignJWT(claims).setProtectedHeader({ kid: key.kid, alg: 'RS256' }).sign(key.private);
  }

  return {
    async issue(user, signIn) {
      const issuedAt = Math.floor(world.now() / 1000);
      const shared = {
        sub: user.sub,
        iss: issuer,
        origin_jti: signIn.originJti,
        event_id: uuid(world),
        auth_time: Math.floor(signIn.authTime / 1000),
        iat: issuedAt,
        exp: issuedAt + tokenSeconds,
      };
      const AccessToken = await sign({
        ...shared,
        jti: uuid(world),
        token_use: 'access',
        client_id: account.userPoolClientId,
        scope: 'aws.cognito.signin.user.admin',
        username: user.sub,
      });
      const IdToken = await sign({
        ...shared,
        jti: uuid(world),
        token_use: 'id',
        aud: account.userPoolClientId,
        ...user.attributes,
        email: user.email,
        email_verified: user.emailVerified,
        'cognito:username': user.sub,
      });
      return { AccessToken, IdToken, ExpiresIn: tokenSeconds, TokenType: 'Bearer' };
    },

    async read(token, use) {
      try {
        const { payload } = await jwtVerify(token, (await keyPair()).public, {
          issuer,
          algorithms: ['RS256'],
          currentDate: new Date(world.now()),
        });
        const client = use === 'id' ? payload.aud : payload.client_id;
        if (payload.token_use !== use || client !== account.userPoolClientId) return { kind: 'foreign' };
        return { kind: 'good', claims: payload };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { kind: 'expired', expiredAt: error.payload.exp ?? 0 };
        if (error instanceof errors.JWTClaimValidationFailed) return { kind: 'foreign' };
        if (error instanceof errors.JWSSignatureVerificationFailed) return { kind: 'forged' };
        if (error instanceof errors.JOSEError) return { kind: 'malformed' };
        throw error;
      }
    },

    async keySet() {
      return { keys: [(await keyPair()).publicJwk] };
    },
  };
}
