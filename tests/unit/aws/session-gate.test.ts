import { describe, expect, it } from 'vitest';
import { fakeTabs } from '../../support/fake-tabs.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let end = () => {};
  const run = async () => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    log.push(`${name} ends`);
    return name;
  };
  return { run, end: () => end() };
}

describe('The session gate', () => {
  it('lets all tabs send at once', async () => {
    const tabs = fakeTabs();
    const [one, other] = [tabs.open(), tabs.open()];
    const log: string[] = [];
    const [first, second] = [work(log, 'first'), work(log, 'second')];
    const sent = Promise.all([one.gate.during(first.run), other.gate.during(second.run)]);
    await settled();
    expect(log).toEqual(['first begins', 'second begins']);
    first.end();
    second.end();
    expect(await sent).toEqual(['first', 'second']);
  });

  it('signs in only when nothing is sent from any tab, and lets nothing new begin meanwhile', async () => {
    const tabs = fakeTabs();
    const [one, other] = [tabs.open(), tabs.open()];
    const log: string[] = [];
    const [sending, signingIn, later] = [work(log, 'sending'), work(log, 'signing in'), work(log, 'later')];
    const sent = one.gate.during(sending.run);
    await settled();
    const signedIn = other.gate.alone(signingIn.run);
    const next = one.gate.during(later.run);
    await settled();
    expect(log).toEqual(['sending begins']);
    sending.end();
    await sent;
    await settled();
    expect(log).toEqual(['sending begins', 'sending ends', 'signing in begins']);
    signingIn.end();
    await signedIn;
    await settled();
    expect(log.slice(3)).toEqual(['signing in ends', 'later begins']);
    later.end();
    await next;
  });

  it('tells what runs in every tab to end', async () => {
    const tabs = fakeTabs();
    const [one, other] = [tabs.open(), tabs.open()];
    const signals = [one.gate.ending(), other.gate.ending()];
    await one.gate.alone(async () => {});
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect([one.gate.ending().aborted, other.gate.ending().aborted]).toEqual([false, false]);
  });

  it('opens again where signing in failed', async () => {
    const { gate } = fakeTabs().open();
    await expect(gate.alone(() => Promise.reject(new Error('wrong password')))).rejects.toThrow('wrong password');
    expect(await gate.during(async () => 'sent')).toBe('sent');
  });
});
