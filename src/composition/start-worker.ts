import { trustedScriptUrl } from './script-addresses.ts';

/** Starts a worker of the app's own. `address`: of one of its scripts; anything else is refused. */
export const startWorker = (address: string): Worker => new Worker(trustedScriptUrl(address), { type: 'module' });
