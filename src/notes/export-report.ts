/** Something that is not in the export. */
export interface Missing {
  readonly name: string;
  /** The path of the note that it belongs to; null: it is a note itself. */
  readonly note: string | null;
  /** A sentence. */
  readonly reason: string;
}

/** An exported file that no text names. */
export interface Unnamed {
  readonly path: string;
  readonly note: string;
}

/** What `Not exported.txt` says. */
export function missingReport(missing: readonly Missing[]): string {
  const blocks = missing.map(({ name, note, reason }) =>
    [name, ...(note === null ? [] : [`  Note: ${note}`]), `  Reason: ${reason}`].join('\n'),
  );
  return `These could not be exported. Where a note names one of them, its link still leads to Satchel.\n\n${blocks.join('\n\n')}\n`;
}

/** What `Files without a link.txt` says. */
export function unnamedReport(unnamed: readonly Unnamed[]): string {
  const blocks = unnamed.map(({ path, note }) => `${path}\n  Note: ${note}`);
  return `These files belong to notes whose text does not name them.\n\n${blocks.join('\n\n')}\n`;
}
