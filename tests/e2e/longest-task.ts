import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs of the thread's own time, whatever else the machine does. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** From now on: the longest that the page stands still. The result ends it and tells, in ms of processor time, and the page's heap. */
export async function longestTask(page: Page) {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  return {
    async end() {
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const main = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
      const isMain = ({ pid, tid }: TraceEvent) => main.some((one) => one.pid === pid && one.tid === tid);
      const tasks = events.filter((event) => event.name === 'RunTask' && isMain(event));
      if (tasks.length === 0) throw new Error('The trace has no tasks of the page.');
      return { cpuMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000, heapBytes: usedSize };
    },
  };
}
