import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, type Result } from '#src/notes/result.ts';
import type { Timers } from '#src/sync/timers.ts';

type Operation = 'pull' | 'read' | 'write' | 'remove' | FileOperation;

/** `upload`: of a whole file. */
type FileOperation = 'upload' | 'begin' | 'part' | 'parts' | 'complete' | 'abort' | 'remove file';

/**
 * - `no request`: it never arrives; `no answer`: it is done, but nobody learns of it
 * - `hangs`: it never arrives, and does not fail either; `dies`: it is done, and neither answered nor failed
 */
type Fault = 'no request' | 'no answer' | 'hangs' | 'dies' | AwsFailure;

/** The way between one device and AWS. */
export interface FakeNetwork {
  online: boolean;
  /** Every request that was begun, in order, with what it carried. */
  readonly requests: { readonly operation: Operation; readonly content: unknown }[];
  /** The next `times` requests of that kind meet `fault`. */
  meet(operation: Operation, fault: Fault, times?: number): void;
  /** How long a request takes to arrive, and its answer to come back; ms. */
  latency: () => number;
  /** The next `requests` pass, later ones wait until `release`. */
  holdAfter(requests: number): void;
  release(): Promise<void>;
  /** Online, and nothing that was to be met is met any more. */
  heal(): void;
  carry<T>(operation: Operation, content: unknown, work: () => Result<T, AwsFailure>): Promise<Result<T, AwsFailure>>;
  count(operation: Operation): number;
}

export const awsFailure = (kind: AwsFailure['kind'], retryAfter?: number): AwsFailure => ({
  kind,
  message: `AWS: ${kind}.`,
  details: 'a fake',
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

export function createFakeNetwork({ after }: Pick<Timers, 'after'>): FakeNetwork {
  const faults: { readonly operation: Operation; readonly fault: Fault }[] = [];
  const held: (() => void)[] = [];
  let credit = Number.POSITIVE_INFINITY;
  const wait = async (ms: number) => (ms > 0 ? new Promise<void>((resolve) => after(ms, resolve)) : undefined);

  return {
    online: true,
    latency: () => 0,
    requests: [],
    meet(operation, fault, times = 1) {
      for (let time = 0; time < times; time += 1) faults.push({ operation, fault });
    },
    holdAfter(requests) {
      credit = requests;
    },
    async release() {
      credit = Number.POSITIVE_INFINITY;
      for (const go of held.splice(0)) go();
    },
    heal() {
      this.online = true;
      faults.length = 0;
    },
    async carry(operation, content, work) {
      this.requests.push({ operation, content });
      if (credit <= 0) await new Promise<void>((resolve) => held.push(resolve));
      else credit -= 1;
      if (!this.online) return failed(awsFailure('offline'));
      const at = faults.findIndex((one) => one.operation === operation);
      const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
      await wait(this.latency());
      if (fault === undefined) {
        const answer = work();
        await wait(this.latency());
        return answer;
      }
      if (typeof fault === 'object') return failed(fault);
      if (fault === 'no request') return failed(awsFailure('offline'));
      if (fault !== 'hangs') work();
      return fault === 'hangs' || fault === 'dies' ? new Promise(() => {}) : failed(awsFailure('offline'));
    },
    count(operation) {
      return this.requests.filter((request) => request.operation === operation).length;
    },
  };
}
