import { randomBytes } from 'node:crypto';
import type { World } from './service.ts';

/** The world as it is: this computer's clock, and dice that nobody can foresee. */
export const realWorld: World = {
  now: () => Date.now(),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
};
