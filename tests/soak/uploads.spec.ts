import { expect } from '@playwright/test';
import { ada, expectAllParts, expectSaved, joinAs, writeNote } from '../e2e/person.ts';
import { test } from '../e2e/server.ts';
import {
  choose,
  largeFile,
  longestStandstill,
  mebibyte,
  onSecondDevice,
  parts,
  partsOf,
  percentOf,
  toldBy,
  watchBar,
  watchMemory,
} from './large-files.ts';

test.use({ env: { VITE_MAX_ATTACHMENT_MB: '1000' } });

const megabytes = Number(process.env.SOAK_MEGABYTES ?? 200);
/** What a page may need more than before, while the file goes up; bytes. */
const mostHeap = 80 * mebibyte;
/** ms in which the bar has to move. */
const patience = 15_000;

test(`${megabytes} MB go up steadily in bounded memory, go on where they were cut, and come down whole on another device`, async ({
  browser,
  context,
  page,
  server,
}) => {
  const file = await largeFile('film.bin', megabytes);
  await joinAs(page, server, ada);
  await writeNote(page, 'The film');
  await expectAllParts(page);
  const devTools = await context.newCDPSession(page);
  const measured = await watchMemory(page, devTools);
  await watchBar(page);
  const begun = performance.now();
  await choose(page, file);
  await expect.poll(() => percentOf(page), { intervals: [50] }).toBeGreaterThanOrEqual(60);
  await context.setOffline(true);
  const first = await toldBy(page);
  await expect(page.getByText('Safe on this device, waiting to be sent')).toBeVisible();
  const takenBefore = (await parts(server)).taken;
  const cutAt = await percentOf(page);
  await watchBar(page);
  await context.setOffline(false);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expectSaved(page);
  const took = performance.now() - begun;
  const second = await toldBy(page);
  const { before, most } = await measured();

  const { sent } = await parts(server);
  const mb = (bytes: number) => `${Math.round(bytes / mebibyte)} MB`;
  console.log(
    `${megabytes} MB in ${Math.round(took / 1000)} s, cut at ${cutAt} % with ${takenBefore} of ${partsOf(file)} parts there; ${sent - partsOf(file)} parts sent again.`,
    `Heap ${mb(before.heap)}, at most ${mb(most.heap)}; process ${mb(before.process)}, at most ${mb(most.process)}.`,
    `The bar said ${first.length + second.length} things and stood still for ${Math.round(Math.max(longestStandstill(first), longestStandstill(second)))} ms at most.`,
  );
  for (const told of [first, second]) {
    const percents = told.map(({ percent }) => percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(longestStandstill(told)).toBeLessThan(patience);
  }
  expect(sent - partsOf(file)).toBeLessThanOrEqual(2);
  expect(most.heap - before.heap).toBeLessThan(mostHeap);
  expect(most.process - before.process).toBeLessThan(2 * mostHeap);
  const { objects, uploads } = await server.state();
  expect(objects).toMatchObject([{ size: file.size }]);
  expect(uploads).toEqual([]);

  const other = await browser.newContext();
  expect(await onSecondDevice(server, file.name, await other.newPage(), 'The film')).toBe(file.sha256);
  await other.close();
  await file.remove();
});
