import type { ComponentProps } from 'react';
import { Attachments } from '#src/screens/attachments/attachments.tsx';
import { DownloadAll } from '#src/screens/export/download-all.tsx';

/** The attachments of a note, and the way to have all of them in one file. */
export const NoteAttachments = (props: Omit<ComponentProps<typeof Attachments>, 'onAll'>) => (
  <Attachments
    {...props}
    onAll={(items) => <DownloadAll key={props.id} files={props.notebook.files} items={items} note={props.text} />}
  />
);
