import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDevice, noteId } from './fakes/device.ts';
import { awsFailure, type FakeNetwork } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const tenMinutes = 10 * 60_000;
const id = noteId('a');
const words = 'the quick brown fox jumps over a lazy dog and then it goes home\n'.split('');

const fault = fc.record({
  at: fc.nat(tenMinutes),
  operation: fc.constantFrom<Parameters<FakeNetwork['meet']>[0]>('pull', 'read', 'write', 'write', 'write'),
  what: fc.constantFrom<Parameters<FakeNetwork['meet']>[1]>(
    'no request',
    'no answer',
    awsFailure('unavailable'),
    awsFailure('throttled', 5_000),
    awsFailure('expired'),
  ),
});
const outage = fc.record({ at: fc.nat(tenMinutes), ms: fc.integer({ min: 1_000, max: 40_000 }) });
const life = fc.record({
  pauses: fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 7, maxLength: 30 }),
  delays: fc.array(fc.integer({ min: 20, max: 6_000 }), { minLength: 5, maxLength: 20 }),
  faults: fc.array(fault, { minLength: 20, maxLength: 60 }),
  outages: fc.array(outage, { maxLength: 4 }),
});

describe.each(['versioned', 'tutorial'] as const)(
  'Ten minutes of typing alone over a slow, bad network, %s backend',
  (profile) => {
    it('yield no conflict and lose no character', async () => {
      await fc.assert(
        fc.asyncProperty(life, async ({ pauses, delays, faults, outages }) => {
          const timers = createFakeTimers();
          const server = createFakeNotesServer(profile, timers.now);
          const device = createDevice(server, timers);
          const { network } = device;
          const began = timers.now();
          let requests = 0;
          network.latency = () => delays[requests++ % delays.length] ?? 0;
          device.app().engine.start();
          for (const { at, operation, what } of faults) timers.after(at, () => network.meet(operation, what));
          for (const { at, ms } of outages) {
            const turn = (online: boolean) => () => {
              network.online = online;
              device.app().page.tell(online ? 'online' : 'offline');
            };
            timers.after(at, turn(false));
            timers.after(at + ms, turn(true));
          }

          let typed = '';
          for (let key = 0; timers.now() < began + tenMinutes; key += 1) {
            typed += words[key % words.length] ?? '';
            await device.type(id, typed);
            expect(await device.text(id)).toBe(typed);
            await timers.pass(pauses[key % pauses.length] ?? 100);
          }
          network.heal();
          network.latency = () => 0;
          await timers.pass(tenMinutes);
          await device.sync();

          expect(await device.text(id)).toBe(typed);
          expect([...server.texts().values()]).toEqual([typed]);
          // Each text that was sent stands at the beginning of what was typed in the end: nothing was ever merged into anything else.
          const sent = network.requests.flatMap(({ content }) => (isSave(content) ? [content.content] : []));
          expect(sent.length).toBeGreaterThan(4);
          expect(sent.filter((text) => !typed.startsWith(text))).toEqual([]);
        }),
        { numRuns: 5, endOnFailure: true },
      );
    }, 120_000);
  },
);

const isSave = (content: unknown): content is { readonly content: string } =>
  typeof content === 'object' && content !== null && 'content' in content && typeof content.content === 'string';
