import { expect, it } from 'vitest';
import { streamRule } from '#src/sync/stream-rule.ts';
import { megabyte } from './fakes/device.ts';

it.each([
  ['over 500 MB', { quota: 10_000 * megabyte }, 500 * megabyte + 1, true],
  ['of 500 MB', { quota: 10_000 * megabyte }, 500 * megabyte, false],
  ['over half of what is free', { quota: 100 * megabyte, usage: 60 * megabyte }, 20 * megabyte + 1, true],
  ['of half of what is free', { quota: 100 * megabyte, usage: 60 * megabyte }, 20 * megabyte, false],
  ['where the browser does not tell how much is free', {}, 400 * megabyte, false],
])('a file %s', async (_, estimate, bytes, isStreamed) => {
  const rule = await streamRule(async () => estimate);
  expect(rule(bytes)).toBe(isStreamed);
});

it('a browser that cannot tell is no reason to stream, nor is a device to which nothing is written', async () => {
  const broken = await streamRule(() => Promise.reject(new TypeError('No storage here.')));
  const unwritten = await streamRule(null);
  expect([broken(400 * megabyte), unwritten(400 * megabyte)]).toEqual([false, false]);
  expect([broken(501 * megabyte), unwritten(501 * megabyte)]).toEqual([true, true]);
});
