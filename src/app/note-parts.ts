import { lazy } from 'react';

// What few open notes need.
export const ReadView = lazy(async () => ({ default: (await import('#src/screens/reading/read-view.tsx')).ReadView }));
export const NoteHits = lazy(async () => ({ default: (await import('./note-hits.tsx')).NoteHits }));

export const PrintSheet = lazy(async () => ({
  default: (await import('#src/screens/reading/print-sheet.tsx')).PrintSheet,
}));

// Under the text, and seen after it.
export const Attachments = lazy(async () => ({
  default: (await import('#src/screens/attachments/attachments.tsx')).Attachments,
}));
export const LinkedFrom = lazy(async () => ({
  default: (await import('#src/screens/editor/linked-from.tsx')).LinkedFrom,
}));
