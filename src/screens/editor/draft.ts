/** What has been typed into a new note before its editor was there, and what was selected in it: offsets in UTF-16 units. */
export interface Draft {
  readonly text: string;
  readonly anchor: number;
  readonly head: number;
}

export const emptyDraft: Draft = { text: '', anchor: 0, head: 0 };
