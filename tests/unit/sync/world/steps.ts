import * as fc from 'fast-check';

/** What can happen to one of some devices, or to the world; `device` and `note` are taken modulo how many there are. */
export type Step =
  | {
      readonly do: 'add';
      readonly device: number;
      readonly note: number;
      readonly where: 'top' | 'end' | 'line';
      readonly at: number;
    }
  | { readonly do: 'take'; readonly device: number; readonly note: number; readonly at: number }
  | {
      readonly do: 'delete' | 'undo' | 'trash' | 'restore' | 'discard';
      readonly device: number;
      readonly note: number;
    }
  | {
      readonly do: 'choose';
      readonly device: number;
      readonly note: number;
      readonly choice: 'mine' | 'theirs' | 'both';
    }
  | { readonly do: 'sync' | 'restart' | 'switch tab' | 'close tab' | 'release'; readonly device: number }
  | { readonly do: 'hold'; readonly device: number; readonly requests: number }
  | { readonly do: 'online'; readonly device: number; readonly online: boolean }
  | { readonly do: 'set clock'; readonly device: number; readonly offset: number }
  | {
      readonly do: 'fault';
      readonly device: number;
      readonly fault: (typeof faults)[number];
      readonly operation: (typeof operations)[number];
    }
  | { readonly do: 'pass'; readonly ms: number };

const faults = ['no request', 'no answer', 'hangs', 'dies', 'unavailable', 'expired', 'throttled'] as const;
const operations = ['pull', 'read', 'write', 'write', 'remove'] as const;
const minute = 60_000;

const device = fc.nat(2);
const note = fc.nat(2);

const of = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const named = <N extends Step['do']>(...names: readonly N[]) => fc.constantFrom(...names);

const step: fc.Arbitrary<Step> = fc.oneof(
  of(10, fc.record({ do: named('add'), device, note, where: fc.constantFrom('top', 'end', 'line'), at: fc.nat(20) })),
  of(2, fc.record({ do: named('take'), device, note, at: fc.nat(20) })),
  of(3, fc.record({ do: named('delete', 'undo', 'trash', 'restore', 'discard'), device, note })),
  of(1, fc.record({ do: named('choose'), device, note, choice: fc.constantFrom('mine', 'theirs', 'both') })),
  of(6, fc.record({ do: named('sync'), device })),
  of(3, fc.record({ do: named('restart', 'switch tab', 'close tab', 'release'), device })),
  of(1, fc.record({ do: named('hold'), device, requests: fc.nat(3) })),
  of(2, fc.record({ do: named('online'), device, online: fc.boolean() })),
  of(1, fc.record({ do: named('set clock'), device, offset: fc.constantFrom(0, 20 * minute, -20 * minute) })),
  of(
    4,
    fc.record({
      do: named('fault'),
      device,
      fault: fc.constantFrom(...faults),
      operation: fc.constantFrom(...operations),
    }),
  ),
  of(3, fc.record({ do: named('pass'), ms: fc.constantFrom(100, 1_000, 11_000, 70_000) })),
);

// What is rare, and takes its time.
const deletion: fc.Arbitrary<Step> = fc.record({ do: named('delete'), device, note });
const longPass: fc.Arbitrary<Step> = fc.record({ do: named('pass'), ms: fc.constantFrom(11_000, 70_000) });

/** A device without a network for a while: what is done on it meets later what is done elsewhere, deletions not least. */
const away: fc.Arbitrary<readonly Step[]> = fc
  .record({
    device,
    meanwhile: fc.array(fc.oneof(of(4, step), of(1, deletion), of(1, longPass)), { minLength: 2, maxLength: 8 }),
  })
  .map(({ device, meanwhile }) => [
    { do: 'online', device, online: false },
    ...meanwhile,
    { do: 'online', device, online: true },
  ]);

const turn = fc.oneof(
  of(
    12,
    step.map((one) => [one]),
  ),
  of(1, away),
);

/** What 2 or 3 devices go through. */
export interface Story {
  readonly devices: number;
  /** Where it is one, all that is done meets in it. */
  readonly notes: number;
  readonly steps: readonly Step[];
}

export const story: fc.Arbitrary<Story> = fc.record({
  devices: fc.integer({ min: 2, max: 3 }),
  notes: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(turn, { minLength: 5, maxLength: 40 }).map((turns) => turns.flat()),
});
