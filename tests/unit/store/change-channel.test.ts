import { describe, expect, it } from 'vitest';
import { openBroadcastChannel } from '#src/store/change-channel.ts';

describe('a broadcast channel', () => {
  it('reaches the others of its name and not itself', async () => {
    const [one, other, stranger] = ['same', 'same', 'different'].map(openBroadcastChannel);
    const heard: unknown[] = [];
    one?.listen((message) => heard.push(['one', message]));
    stranger?.listen((message) => heard.push(['stranger', message]));
    const arrived = new Promise<unknown>((resolve) => other?.listen(resolve));
    one?.post({ revision: 1 });
    expect(await arrived).toEqual({ revision: 1 });
    expect(heard).toEqual([]);
    for (const channel of [one, other, stranger]) channel?.close();
  });
});
