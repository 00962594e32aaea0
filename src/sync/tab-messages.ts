import type { Failure } from '#src/notes/result.ts';
import type { SyncStatus } from './sync-status.ts';

/** What the tabs that have the same notes open say to each other about sync. */
export type TabMessage =
  | { readonly kind: 'status'; readonly status: SyncStatus }
  | { readonly kind: 'who leads' }
  | { readonly kind: 'hand over' }
  | { readonly kind: 'sync now'; readonly request: string }
  | { readonly kind: 'synced'; readonly request: string };

const phases: readonly SyncStatus['phase'][] = ['idle', 'syncing', 'offline', 'trouble', 'signed out'];

/** null: none of them, as an older or newer app in another tab may say it. */
export function parseTabMessage(message: unknown): TabMessage | null {
  if (!isObject(message)) return null;
  const { kind, request } = message;
  if (kind === 'who leads' || kind === 'hand over') return { kind };
  if ((kind === 'sync now' || kind === 'synced') && typeof request === 'string') return { kind, request };
  const status = kind === 'status' ? parseStatus(message.status) : null;
  return status === null ? null : { kind: 'status', status };
}

function parseStatus(value: unknown): SyncStatus | null {
  if (!isObject(value)) return null;
  const phase = phases.find((one) => one === value.phase);
  const { waiting, offlineSince, syncedAt, longList, failure } = value;
  if (phase === undefined || typeof waiting !== 'number' || !isTime(offlineSince) || !isTime(syncedAt)) return null;
  if (typeof longList !== 'boolean' || (failure !== null && !isFailure(failure))) return null;
  return { phase, waiting, offlineSince, syncedAt, longList, failure };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isTime = (value: unknown): value is number | null => value === null || typeof value === 'number';

const isFailure = (value: unknown): value is Failure<string> =>
  isObject(value) && ['kind', 'message', 'details'].every((key) => typeof value[key] === 'string');
