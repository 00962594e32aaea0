import { useMemo } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { Connection, SignedInUser } from '#src/services.ts';

/** Where the signed-in person's attachments are kept; the same object as long as it says the same. */
export const useAttachmentHome = (
  { bucket, attachmentsPrefix }: Connection,
  { identityId }: SignedInUser,
): AttachmentHome =>
  useMemo(
    () => ({ identityId, bucket, prefix: attachmentsPrefix.replaceAll('{identityId}', identityId) }),
    [identityId, bucket, attachmentsPrefix],
  );
