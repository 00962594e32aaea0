import { lazy } from 'react';

// What few open notes need.
export const NoteHits = lazy(async () => ({ default: (await import('./note-hits.tsx')).NoteHits }));
