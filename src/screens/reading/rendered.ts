import DOMPurify from 'dompurify';
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

/**
 * Puts the HTML into an element, sanitised: no script, style, form or picture gets in, whatever the Markdown held. Where the browser has
 * Trusted Types, as DOMPurify's own policy lets it in.
 */
export const putSafely = (element: HTMLElement, html: string): void => {
  element.innerHTML = DOMPurify.sanitize(html, {
    RETURN_TRUSTED_TYPE: true,
    FORBID_TAGS: ['style', 'form', 'img', 'svg', 'math', 'button', 'textarea', 'select'],
    FORBID_ATTR: ['style', 'id', 'name'],
    ADD_ATTR: ['target'],
  }) as unknown as string;
};
