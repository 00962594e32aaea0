import { useEffect, useState } from 'react';
import type { NotebookFiles, Services } from '#src/services.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { type OpenPdf, openPdf, type PdfProblem } from './open-pdf.ts';

export type Pdf =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly document: OpenPdf['document'] }
  | PdfProblem;

/** Opens an attachment as a PDF, for as long as it is shown. `attempt`: another number opens it again. */
export const usePdf = (
  files: Pick<NotebookFiles, 'find' | 'part'>,
  keys: AttachmentItem['keys'],
  startWorker: Services['startWorker'],
  attempt: number,
): Pdf => {
  const [pdf, setPdf] = useState<Pdf>({ kind: 'opening' });
  const wanted = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys, `attempt` asks for another try
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const open = async () => {
      const found = await files.find(keys);
      if (signal.aborted) return;
      if (!found.ok) return setPdf({ kind: 'failed', failure: found.failure });
      const onProblem = (problem: PdfProblem) => {
        if (!signal.aborted) setPdf(problem);
      };
      const opened = await openPdf(found.value, { files, startWorker, onProblem, signal });
      if (opened !== null && !signal.aborted) setPdf({ kind: 'open', document: opened.document });
    };
    setPdf({ kind: 'opening' });
    void open();
    return () => leaving.abort();
  }, [files, wanted, startWorker, attempt]);
  return pdf;
};
