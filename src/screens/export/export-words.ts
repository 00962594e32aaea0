import type { Missing } from '#src/notes/export-report.ts';
import type { ExportProgress } from './export-notes.ts';

/** More names are told in the exported file alone. */
const mostNames = 5;

const counted = (count: number, one: string): string => `${count.toLocaleString()} ${one}${count === 1 ? '' : 's'}`;

/** "3 of 120 notes" */
export const progressWords = ({ done, total }: ExportProgress): string =>
  `${done.toLocaleString()} of ${counted(total, 'note')}`;

/** "120 notes and 14 files exported." */
export const exportedWords = (exported: { readonly notes: number; readonly attachments: number }): string => {
  const { notes, attachments } = exported;
  if (notes === 0) return 'There is no note to export.';
  const files = attachments === 0 ? '' : ` and ${counted(attachments, 'file')}`;
  return `${counted(notes, 'note')}${files} exported.`;
};

/** "2 files could not be exported:" */
export const missingWords = (count: number): string => `${counted(count, 'file')} could not be exported:`;

/** The names of what is missing, by the reasons why: "plan.pdf, scan.png and 3 more". */
export const missingNames = (missing: readonly Missing[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string[]>();
  for (const { name, reason } of missing) names.set(reason, [...(names.get(reason) ?? []), name]);
  return new Map([...names].map(([reason, all]) => [reason, listed(all)]));
};

const listed = (names: readonly string[]): string => {
  const further = names.length - mostNames;
  const first = names.slice(0, mostNames).join(', ');
  return further > 0 ? `${first} and ${further.toLocaleString()} more` : first;
};
