import workerAddress from './markdown-worker.ts?worker&url';

/** ms; what takes longer is shown as plain text. */
const patience = 3_000;

export type Rendered = { readonly kind: 'html'; readonly html: string } | { readonly kind: 'plain' };

export type StartWorker = (address: string) => Promise<Worker>;

/** The Markdown as HTML that is safe to show, or nothing where that takes too long or cannot be had. The signal gives it up. */
export const rendered = async (markdown: string, startWorker: StartWorker, signal: AbortSignal): Promise<Rendered> => {
  const worker = await startWorker(workerAddress).catch(() => null);
  if (worker === null) return { kind: 'plain' };
  const html = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    signal.addEventListener('abort', () => resolve(null));
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      clearTimeout(timer);
      resolve(typeof data === 'string' ? data : null);
    });
    worker.addEventListener('error', () => resolve(null));
    worker.postMessage(markdown);
  });
  worker.terminate();
  return html === null ? { kind: 'plain' } : { kind: 'html', html };
};
