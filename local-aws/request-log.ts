import type { FaultEffect } from './faults.ts';
import type { ServiceName } from './service.ts';

/** One real request (no preflight) that has been answered or cut. */
interface LoggedRequest {
  readonly service: ServiceName;
  readonly operation: string;
  /** What the service answered; 0 where the request never got to it and nothing was answered. */
  readonly status: number;
  /** When it was answered, by the servers' clock; ms. */
  readonly at: number;
  /** What was done to it on purpose. */
  readonly fault?: FaultEffect;
}

/** The oldest first. */
export interface RequestLog {
  entries(): readonly LoggedRequest[];
  add(request: LoggedRequest): void;
  clear(): void;
}

/** How many requests are remembered. */
const CAPACITY = 5000;

export function createRequestLog(): RequestLog {
  let entries: readonly LoggedRequest[] = [];
  return {
    entries: () => entries,
    add(request) {
      entries = [...entries, request].slice(-CAPACITY);
    },
    clear() {
      entries = [];
    },
  };
}
