import { accessory, essential, partFile } from '#src/ui/lazy-part.tsx';

// What few open notes need.
export const readPane = partFile(() => import('./read-pane.tsx'));
export const ReadPane = essential(readPane, (part) => part.ReadPane);
export const NoteHits = accessory(
  () => import('./note-hits.tsx'),
  (part) => part.NoteHits,
);
export const PrintSheet = accessory(
  () => import('#src/screens/reading/print-sheet.tsx'),
  (part) => part.PrintSheet,
);

// Beside the button "Attach files".
export const AttachMenu = accessory(
  () => import('#src/screens/attachments/attach-menu.tsx'),
  (part) => part.AttachMenu,
);

// Under the text, and seen after it.
export const Attachments = accessory(
  () => import('./note-attachments.tsx'),
  (part) => part.NoteAttachments,
);
export const LinkedFrom = accessory(
  () => import('#src/screens/editor/linked-from.tsx'),
  (part) => part.LinkedFrom,
);

// In the status line, while files are on their way.
export const UploadsLeft = accessory(
  () => import('#src/screens/attachments/uploads-left.tsx'),
  (part) => part.UploadsLeft,
);
