import { describe, expect, it } from 'vitest';
import { createAlarm } from '#src/sync/alarm.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

function withAlarm() {
  const timers = createFakeTimers();
  const rings: number[] = [];
  const begun = timers.now();
  const alarm = createAlarm(timers, () => rings.push(timers.now() - begun));
  return { timers, alarm, rings, begun };
}

describe('An alarm', () => {
  it('rings once, at the time that it was last set to', async () => {
    const { timers, alarm, rings, begun } = withAlarm();
    alarm.set(begun + 500);
    alarm.set(begun + 2_000);
    await timers.pass(10_000);
    expect(rings).toEqual([2_000]);
  });

  it('rings at once for a time that has passed', async () => {
    const { timers, alarm, rings, begun } = withAlarm();
    alarm.set(begun - 1);
    await timers.pass(0);
    expect(rings).toEqual([0]);
  });

  it('can be called off', async () => {
    const { timers, alarm, rings, begun } = withAlarm();
    alarm.set(begun + 500);
    alarm.callOff();
    await timers.pass(10_000);
    expect(rings).toEqual([]);
  });

  it('rings after a day at the latest, since timers of more than 24 days ring at once', async () => {
    const { timers, alarm, rings, begun } = withAlarm();
    alarm.set(begun + 60 * 86_400_000);
    await timers.pass(86_400_000);
    expect(rings).toEqual([86_400_000]);
  });
});
