import type { Words } from '#src/words/words.ts';
import type { ExportProgress } from './export-notes.ts';
import type { Missing } from './export-report.ts';

/** More names are told in the exported file alone. */
const mostNames = 5;

/** "3 of 120 notes" */
export const progressWords = ({ done, total }: ExportProgress, { counted }: Words): string =>
  counted(total, '{done} of 1 note', '{done} of {count} notes', { done });

/** "120 notes and 14 files exported." */
export const exportedWords = (
  exported: { readonly notes: number; readonly attachments: number },
  { t, counted }: Words,
): string => {
  const { notes, attachments } = exported;
  if (notes === 0) return t('There is no note to export.');
  const what = counted(notes, '1 note', '{count} notes');
  if (attachments === 0) return t('{notes} exported.', { notes: what });
  const files = counted(attachments, '1 file', '{count} files');
  return t('{notes} and {files} exported.', { notes: what, files });
};

/** "2 files could not be exported:" */
export const missingWords = (count: number, { counted }: Words): string =>
  counted(count, '1 file could not be exported:', '{count} files could not be exported:');

/** The names of what is missing, by the reasons why: "plan.pdf, scan.png and 3 more". */
export const missingNames = (missing: readonly Missing[], words: Words): ReadonlyMap<string, string> => {
  const names = new Map<string, string[]>();
  for (const { name, reason } of missing) names.set(reason, [...(names.get(reason) ?? []), name]);
  return new Map([...names].map(([reason, all]) => [reason, listed(all, words)]));
};

const listed = (names: readonly string[], { t }: Words): string => {
  const further = names.length - mostNames;
  const first = names.slice(0, mostNames).join(', ');
  return further > 0 ? t('{names} and {count} more', { names: first, count: further }) : first;
};
