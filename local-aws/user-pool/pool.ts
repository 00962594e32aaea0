import type { JsonFile } from '../json-file.ts';
import type { InboxMessage, World } from '../service.ts';
import type { Challenges } from './challenges.ts';
import type { PoolState } from './pool-state.ts';
import type { Tokens } from './tokens.ts';

/** What all actions of the user pool work on. The file is saved after each request, whatever its outcome. */
export interface Pool {
  readonly world: World;
  readonly file: JsonFile<PoolState>;
  readonly tokens: Tokens;
  readonly challenges: Challenges;
  deliver(message: InboxMessage): void;
}
