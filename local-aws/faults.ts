import type { ServiceName } from './service.ts';

/**
 * What can go wrong with a request:
 * - `error`               the service refuses with `status` (default 500), in its own format
 * - `drop-request`        the connection is cut before the service sees the request
 * - `drop-response`       the service does its work, and its answer is cut
 * - `delay`               the service sees the request `delayMs` later
 * - `html`                a web page comes back with `status` (default 200), as from a hotel's network
 * - `expired-credentials` what the service says to tokens or credentials that have run out
 * - `cut-body`            the answer ends half-way through its body
 */
export const faultEffects = [
  'error',
  'drop-request',
  'drop-response',
  'delay',
  'html',
  'expired-credentials',
  'cut-body',
] as const;

export type FaultEffect = (typeof faultEffects)[number];

export interface Fault {
  readonly service: ServiceName;
  /** As the request log names it; without it, whatever the service is asked. */
  readonly operation?: string | undefined;
  readonly effect: FaultEffect;
  /** Of `error` and `html`. */
  readonly status?: number | undefined;
  /** Of `delay`; ms. */
  readonly delayMs?: number | undefined;
  /** How many requests more it strikes. */
  readonly times: number;
}

/** What is going to go wrong. */
export interface Faults {
  pending(): readonly Fault[];
  add(fault: Fault): void;
  /** The first fault that strikes this request, with one of its times used up. */
  take(service: ServiceName, operation: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let pending: readonly Fault[] = [];
  return {
    pending: () => pending,
    add(fault) {
      pending = [...pending, fault];
    },
    take(service, operation) {
      const struck = pending.find(
        (fault) => fault.service === service && (fault.operation === undefined || fault.operation === operation),
      );
      pending = pending
        .map((fault) => (fault === struck ? { ...fault, times: fault.times - 1 } : fault))
        .filter((fault) => fault.times > 0);
      return struck;
    },
    clear() {
      pending = [];
    },
  };
}
