import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { ada, openNote, signIn } from '../e2e/person.ts';
import type { Server } from '../e2e/server.ts';

export const mebibyte = 1024 * 1024;

export interface LargeFile {
  readonly name: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  remove(): Promise<void>;
}

/** A file on the disk that no compression and no cache can have guessed, made without holding it in memory. */
export async function largeFile(name: string, megabytes: number): Promise<LargeFile> {
  const folder = await mkdtemp(join(tmpdir(), 'satchel-soak-'));
  const path = join(folder, name);
  const hash = createHash('sha256');
  const handle = await open(path, 'w');
  for (let written = 0; written < megabytes; written += 1) {
    const bytes = randomBytes(mebibyte);
    hash.update(bytes);
    await handle.write(bytes);
  }
  await handle.close();
  const remove = () => rm(folder, { recursive: true });
  return { name, path, size: megabytes * mebibyte, sha256: hash.digest('hex'), remove };
}

export const choose = (page: Page, { path }: Pick<LargeFile, 'path'>): Promise<void> =>
  page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(path);

/** Downloads the file on a device that has never seen it; the SHA-256 of what comes. */
export async function onSecondDevice(server: Server, name: string, device: Page, title: string): Promise<string> {
  await signIn(device, server, ada);
  await openNote(device, title);
  const [file] = await Promise.all([
    device.waitForEvent('download'),
    device.getByRole('button', { name: `Download ${name}` }).click(),
  ]);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(await file.path())) hash.update(chunk);
  return hash.digest('hex');
}

/** What went over the wire: parts that S3 took, and how often a part was sent at all. */
export async function parts(server: Server): Promise<{ readonly sent: number; readonly taken: number }> {
  const all = (await server.requests()).filter(({ operation }) => operation === 'UploadPart');
  return { sent: all.length, taken: all.filter(({ status }) => status === 200).length };
}

export const partsOf = ({ size }: Pick<LargeFile, 'size'>): number => Math.ceil(size / (8 * mebibyte));

/** What the bar said, from when it was first looked at: ms, and percent. */
export interface Told {
  readonly at: number;
  readonly percent: number;
}

/** Writes down what the bar of an upload says whenever it says something else. */
export const watchBar = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: { at: number; percent: number }[] = [];
    Object.assign(window, { told });
    const look = () => {
      const bar = document.querySelector('[role=progressbar]');
      const percent = Number(bar?.getAttribute('aria-valuenow') ?? Number.NaN);
      if (!Number.isNaN(percent) && told.at(-1)?.percent !== percent) told.push({ at: performance.now(), percent });
      requestAnimationFrame(look);
    };
    look();
  });

export const toldBy = (page: Page): Promise<readonly Told[]> =>
  page.evaluate(() => (window as unknown as { told: readonly Told[] }).told);

/** The longest time for which the bar stood still; ms. */
export const longestStandstill = (told: readonly Told[]): number =>
  Math.max(...told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? at)));

export const percentOf = (page: Page): Promise<number> =>
  page
    .getByRole('progressbar')
    .getAttribute('aria-valuenow')
    .then((value) => Number(value));

/** Bytes: of the page's JavaScript, with what it holds outside (buffers); and of the whole process, as the system counts it. */
export interface Memory {
  readonly heap: number;
  readonly process: number;
}

/** Looks four times a second at what a page needs, until it is stopped; gives what it needed before, and the most since. */
export async function watchMemory(
  page: Page,
  devTools: CDPSession,
): Promise<() => Promise<{ readonly before: Memory; readonly most: Memory }>> {
  await devTools.send('Performance.enable');
  await devTools.send('HeapProfiler.enable');
  await devTools.send('HeapProfiler.collectGarbage');
  const processId = await rendererOf(page, devTools);
  const look = async (): Promise<Memory> => {
    const { usedSize, backingStorageSize = 0 } = (await devTools.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    return { heap: usedSize + backingStorageSize, process: await residentBytes(processId) };
  };
  const before = await look();
  let most = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const now = await look();
      most = { heap: Math.max(most.heap, now.heap), process: Math.max(most.process, now.process) };
      await page.waitForTimeout(250);
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return { before, most };
  };
}

/** The id of the process that runs the page. */
async function rendererOf(page: Page, devTools: CDPSession): Promise<number> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('The browser has no session of its own.');
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  // The one that works while the page does.
  const spent = async (id: number) => Number((await readFile(`/proc/${id}/stat`, 'utf8')).split(' ')[13]);
  const before = await Promise.all(renderers.map(spent));
  await devTools.send('Runtime.evaluate', { expression: 'for (const end = Date.now() + 500; Date.now() < end; );' });
  const after = await Promise.all(renderers.map(spent));
  const worked = after.map((ticks, index) => ticks - (before[index] ?? 0));
  const id = renderers[worked.indexOf(Math.max(...worked))];
  expect(id, 'a renderer').toBeDefined();
  return id ?? 0;
}

/** What the system has of a process in memory that is the process's own, as in /proc; bytes. */
async function residentBytes(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
}
