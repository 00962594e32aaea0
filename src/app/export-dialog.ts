import { lazy } from 'react';

/** Loaded when it is first opened, since what makes zip files weighs something. */
export const ExportDialog = lazy(async () => {
  const { ExportDialog } = await import('#src/screens/export/export-dialog.tsx');
  return { default: ExportDialog };
});
