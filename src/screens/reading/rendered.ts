import workerAddress from './markdown-worker.ts?worker&url';

/** ms; what takes longer is shown as plain text, and code without colours. */
const patience = 3_000;

/** What the worker tells: the text as HTML, and then, where there is some in languages that it knows, its code. */
export type LaidOut =
  | { readonly html: string; readonly codeFollows: boolean }
  /** For each piece of code, in their order, its HTML; null: it stays as it is. */
  | { readonly code: Coloured };

export type Coloured = readonly (string | null)[];

export type Rendered =
  /** `code` comes later, and may be nothing. */
  { readonly kind: 'html'; readonly html: string; readonly code: Promise<Coloured> } | { readonly kind: 'plain' };

export type StartWorker = (address: string) => Promise<Worker>;

/** The Markdown as HTML that is still to be sanitised, or nothing where that takes too long or cannot be had. The signal gives it up. */
export const rendered = async (markdown: string, startWorker: StartWorker, signal: AbortSignal): Promise<Rendered> => {
  const worker = await startWorker(workerAddress).catch(() => null);
  if (worker === null) return { kind: 'plain' };
  const answer = () => nextAnswer(worker, signal);
  const coming = answer();
  worker.postMessage(markdown);
  const first = await coming;
  if (first === null || !('html' in first)) {
    worker.terminate();
    return { kind: 'plain' };
  }
  const rest = async (): Promise<Coloured> => {
    const next = first.codeFollows ? await answer() : null;
    worker.terminate();
    return next !== null && 'code' in next ? next.code : [];
  };
  return { kind: 'html', html: first.html, code: rest() };
};

/** What the worker says next; null: nothing in time. */
const nextAnswer = (worker: Worker, signal: AbortSignal): Promise<LaidOut | null> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(null);
    const timer = setTimeout(() => resolve(null), patience);
    const end = (told: LaidOut | null) => {
      clearTimeout(timer);
      resolve(told);
    };
    signal.addEventListener('abort', () => end(null), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<LaidOut>) => end(data), { once: true });
    worker.addEventListener('error', () => end(null), { once: true });
  });
