import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const note = noteId('a');

// Where the tab dies before it hears of an upload's beginning, that is left without a part; the bucket's own rule takes it away.
const operations = ['upload', 'part', 'parts', 'complete', 'abort', 'remove file'] as const;
const failures = (['expired', 'unavailable', 'throttled'] as const).map((kind) => awsFailure(kind));
const faults = ['no request', 'no answer', 'dies', ...failures] as const;

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('attach' as const), bytes: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat(5) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      operation: fc.constantFrom(...operations),
      fault: fc.constantFrom(...faults),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'switch tab' as const, 'close tab' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('online' as const), online: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold' as const), requests: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(100, 2_000, 30_000) }) },
);

it('whatever is cut, crashes or expires, each file that the note names ends in S3 byte for byte, and nothing else does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const timers = createFakeTimers();
      const bucket = emptyBucket();
      const device = createDevice(createFakeNotesServer('versioned', timers.now), timers, { bucket });
      const { network } = device;
      await device.type(note, 'Plan');
      device.app().engine.start();
      await timers.pass(2_000);
      const contents = new Map<string, string>();

      for (const one of steps) {
        const { files } = device.app().notebook;
        if (one.do === 'attach') {
          const content = `${contents.size}:${'x'.repeat(one.bytes)}`;
          const attached = await files.attach(note, [picked(new File([content], 'file.bin'))], null);
          const key =
            attached.ok && attached.value[0] !== undefined && 'key' in attached.value[0] ? attached.value[0].key : '';
          contents.set(key, content);
        } else if (one.do === 'cancel') {
          const all = files.uploads.get();
          await files.cancel(all[one.which % Math.max(1, all.length)]?.key ?? '');
        } else if (one.do === 'fault') {
          network.meet(one.operation, one.fault);
        } else if (one.do === 'online') {
          network.online = one.online;
          device.app().page.tell(one.online ? 'online' : 'offline');
        } else if (one.do === 'hold') network.holdAfter(one.requests);
        else if (one.do === 'pass') await timers.pass(one.ms);
        else if (one.do === 'restart') await device.restart();
        else if (one.do === 'switch tab') await device.switchTab();
        else await device.closeTab();
        await settled();
      }

      network.heal();
      await network.release();
      await device.restart();
      await timers.pass(30 * 60_000);
      const named = attachmentsIn((await device.text(note)) ?? '').map(({ reference }) =>
        referenceToKey(reference, home.identityId),
      );
      expect([...bucket.objects.keys()].toSorted()).toEqual(named.toSorted());
      for (const [key, object] of bucket.objects) expect(await object.text()).toBe(contents.get(key));
      expect([...bucket.unfinished.values()].filter(({ parts }) => parts.size > 0)).toEqual([]);
      expect(await (await device.store.files()).uploads()).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
