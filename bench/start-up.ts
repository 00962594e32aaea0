import type { CDPSession, Page } from '@playwright/test';

interface StartUp {
  readonly firstPaint: number;
  readonly list: number;
  /** By long tasks until the list was there: what each took over 50 ms. */
  readonly blocked: number;
  /** Requests to anybody but the app's own server. */
  readonly asked: number;
}

export const slowDown = (devTools: CDPSession, times: number) =>
  devTools.send('Emulation.setCPUThrottlingRate', { rate: times });

/** Has every page that is opened in the tab from now on take its times. */
export const watchStartUp = (tab: Page): Promise<unknown> =>
  tab.addInitScript(() => {
    const seen = { list: 0, tasks: [] as { from: number; ms: number }[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ from: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
    const look = () => {
      if (document.querySelector('ul[aria-label="Notes"] a') !== null) seen.list = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** Opens the app anew. Times are from the navigation's start; ms. */
export async function startUp(tab: Page, url: string): Promise<StartUp> {
  const { origin } = new URL(url);
  let asked = 0;
  const count = (request: { url(): string }) => {
    if (new URL(request.url()).origin !== origin) asked += 1;
  };
  tab.on('request', count);
  await tab.goto(url, { waitUntil: 'commit' });
  await tab.waitForFunction(() => document.querySelector('ul[aria-label="Notes"] a') !== null);
  tab.off('request', count);
  // Long tasks are told of after they have ended.
  await tab.waitForTimeout(1_000);
  const measured = await tab.evaluate(() => {
    const { seen } = window as unknown as { seen: { list: number; tasks: { from: number; ms: number }[] } };
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    return { firstPaint: paint, ...seen };
  });
  const { firstPaint, list, tasks } = measured;
  const blocked = tasks.filter(({ from }) => from < list).reduce((sum, { ms }) => sum + ms - 50, 0);
  return { firstPaint, list, blocked, asked };
}
