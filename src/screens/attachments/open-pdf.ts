import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
  version,
} from 'pdfjs-dist';
import type { AwsFailure, FoundFile, NotebookFiles, Services } from '#src/services.ts';
import workerAddress from './pdf-worker.ts?worker&url';

export type PdfProblem =
  /** It wants a password, or it is no PDF that can be read. */
  | { readonly kind: 'locked' | 'broken' }
  /** Its bytes cannot be had. */
  | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** A PDF whose pages can be asked for. `close` lets go of it and of its worker. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/** Bytes that are asked for at once. */
const chunk = 256 * 1024;
/** Bytes in which a PDF says that it is one. */
const headBytes = 1_024;
/** A file without its table of contents would be read to its end; bytes that are enough. */
const mostRead = 200 * 1024 * 1024;
/** Pixels of a picture in it; as for pictures by themselves. */
const mostPixels = 50_000_000;

/** Where the build puts what pdf.js asks for by name (vite-pdf-files.ts). */
const partsAddress = () =>
  new URL(import.meta.env.DEV ? '/node_modules/pdfjs-dist/' : `/assets/pdf/${version}/`, window.location.href).href;

/**
 * Opens a PDF and reads what is looked at of it, piece by piece. `onProblem`: it cannot be opened, or cannot be read any further. Scripts in
 * it are never run, since what would run them is not there, and neither are its forms and links.
 */
export async function openPdf(
  { key, size }: FoundFile,
  deps: {
    readonly files: Pick<NotebookFiles, 'part'>;
    readonly startWorker: Services['startWorker'];
    readonly onProblem: (problem: PdfProblem) => void;
    /** Ends it when it aborts. */
    readonly signal: AbortSignal;
  },
): Promise<OpenPdf | null> {
  const { files, startWorker, onProblem, signal } = deps;
  const head = await files.part(key, { from: 0, to: headBytes, signal });
  if (signal.aborted) return null;
  if (!head.ok) return told(onProblem, { kind: 'failed', failure: head.failure });
  if (!(await head.value.text()).includes('%PDF-')) return told(onProblem, { kind: 'broken' });

  let read = 0;
  const range = new PDFDataRangeTransport(size, null);
  range.requestDataRange = async (from: number, to: number) => {
    read += to - from;
    if (read > mostRead) return onProblem({ kind: 'broken' });
    const part = await files.part(key, { from, to, signal });
    if (signal.aborted) return;
    if (part.ok) range.onDataRange(from, new Uint8Array(await part.value.arrayBuffer()));
    else onProblem({ kind: 'failed', failure: part.failure });
  };
  const port = await startWorker(workerAddress);
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  const address = partsAddress();
  const task = getDocument({
    ...{ range, worker, rangeChunkSize: chunk, disableAutoFetch: true, disableStream: true },
    ...{ isEvalSupported: false, useWasm: false, enableXfa: false, maxImageSize: mostPixels },
    ...{ cMapUrl: `${address}cmaps/`, standardFontDataUrl: `${address}standard_fonts/`, wasmUrl: `${address}wasm/` },
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => {
    // It may be in the middle of something, for ever.
    port.terminate();
    task.destroy().catch(gone);
  };
  signal.addEventListener('abort', close);
  try {
    return { document: await task.promise, close };
  } catch (error) {
    close();
    if (signal.aborted) return null;
    // The types do not know its class.
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return told(onProblem, { kind: isLocked ? 'locked' : 'broken' });
  }
}

function told(tell: (problem: PdfProblem) => void, problem: PdfProblem): null {
  tell(problem);
  return null;
}

/** What was still to come of it never does. */
const gone = () => undefined;
