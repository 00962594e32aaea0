import { describe, expect, it } from 'vitest';
import { createInbox } from '#src/aws/local/inbox.ts';
import { s3Location } from '#src/aws/local/s3-location.ts';

const locate = s3Location('bucket', 'us-east-1', 'http://127.0.0.1:5174/s3/bucket');

describe('reaching the embedded S3', () => {
  it("moves the bucket's addresses, with path and query as they are", () => {
    expect(locate('https://bucket.s3.us-east-1.amazonaws.com/us-east-1%3Aa/b%20c.png?x-id=GetObject&a=%2F')).toBe(
      'http://127.0.0.1:5174/s3/bucket/us-east-1%3Aa/b%20c.png?x-id=GetObject&a=%2F',
    );
  });

  it.each([
    'https://other.s3.us-east-1.amazonaws.com/a',
    'https://bucket.s3.us-east-1.amazonaws.com.evil.example/a',
    'https://api.example/bucket.s3.us-east-1.amazonaws.com/',
  ])('leaves %s alone', (address) => {
    expect(locate(address)).toBe(address);
  });
});

const mail = { to: 'ada@example.com', kind: 'sign-up', code: '123456', sentAt: 1 };

/** An inbox over answers that are given one after the other, and a clock that ticks by hand. */
function inboxOver(...answers: readonly (() => Promise<Response>)[]) {
  const left = [...answers];
  let tick: (() => void) | null = null;
  const inbox = createInbox({
    path: '/__aws/inbox',
    fetch: () => left.shift()?.() ?? Promise.resolve(Response.json([])),
    every(_ms, callback) {
      tick = callback;
      return () => {
        tick = null;
      };
    },
  });
  return {
    inbox,
    ticking: () => tick !== null,
    async tick() {
      tick?.();
      await settled();
    },
    asked: () => answers.length - left.length,
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the inbox of the embedded AWS', () => {
  it('is asked only while somebody listens', async () => {
    const { inbox, ticking, asked } = inboxOver(() => Promise.resolve(Response.json([mail])));
    expect(asked()).toBe(0);
    const stop = inbox.subscribe(() => {});
    expect(ticking()).toBe(true);
    await settled();
    expect(inbox.get()).toEqual([mail]);
    stop();
    expect(ticking()).toBe(false);
  });

  it('tells of new mail, and only of that', async () => {
    const same = () => Promise.resolve(Response.json([mail]));
    const { inbox, tick } = inboxOver(same, same, () => Promise.resolve(Response.json([mail, mail])));
    let told = 0;
    inbox.subscribe(() => {
      told += 1;
    });
    await settled();
    const first = inbox.get();
    await tick();
    expect(inbox.get()).toBe(first);
    await tick();
    expect(inbox.get()).toHaveLength(2);
    expect(told).toBe(2);
  });

  it('keeps what it has while the server is away or talks of something else', async () => {
    const { inbox, tick } = inboxOver(
      () => Promise.resolve(Response.json([mail])),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => Promise.resolve(new Response('<html>')),
      () => Promise.resolve(Response.json({ message: 'no' })),
    );
    inbox.subscribe(() => {});
    await settled();
    for (let time = 0; time < 3; time += 1) await tick();
    expect(inbox.get()).toEqual([mail]);
  });
});
