import { AwsError, type World } from '../service.ts';
import type { Tokens } from './tokens.ts';

/** The way for other services to check an id token of this pool. Throws NotAuthorizedException, in the identity pools' words. */
export const idTokenVerifier =
  (world: World, tokens: Tokens) =>
  async (token: string): Promise<{ sub: string }> => {
    const reading = await tokens.read(token, 'id');
    switch (reading.kind) {
      case 'good':
        if (reading.claims.sub === undefined) throw refuse('Not a valid OpenId Connect identity token.');
        return { sub: reading.claims.sub };
      case 'expired':
        throw refuse(`Token expired: ${reading.expiredAt} >= ${Math.floor(world.now() / 1000)}`);
      case 'forged':
        throw refuse("Couldn't verify signed token.");
      case 'malformed':
        throw refuse('Not a valid OpenId Connect identity token.');
      case 'foreign':
        throw refuse("Issuer or audience doesn't match the identity pool's provider.");
    }
  };

const refuse = (reason: string): AwsError => new AwsError('NotAuthorizedException', `Invalid login token. ${reason}`);
