import type { Words } from '#src/words/words.ts';

/** Something that is not in the export. */
export interface Missing {
  readonly name: string;
  /** The path of the note that it belongs to; null: it is a note itself. */
  readonly note: string | null;
  /** A sentence in the person's language. */
  readonly reason: string;
}

/** An exported file that no text names. */
export interface Unnamed {
  readonly path: string;
  readonly note: string;
}

/** What the file about what is missing says. */
export function missingReport(missing: readonly Missing[], { t }: Words): string {
  const blocks = missing.map(({ name, note, reason }) =>
    [
      name,
      ...(note === null ? [] : [`  ${t('Note: {path}', { path: note })}`]),
      `  ${t('Reason: {reason}', { reason })}`,
    ].join('\n'),
  );
  const head = t('These could not be exported. Where a note names one of them, its link still leads to Satchel.');
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** What the file about files that no text names says. */
export function unnamedReport(unnamed: readonly Unnamed[], { t }: Words): string {
  const blocks = unnamed.map(({ path, note }) => `${path}\n  ${t('Note: {path}', { path: note })}`);
  return `${[t('These files belong to notes whose text does not name them.'), ...blocks].join('\n\n')}\n`;
}
