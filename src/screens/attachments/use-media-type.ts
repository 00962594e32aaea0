import { useEffect, useState } from 'react';
import { type MediaType, mediaType, mediaTypeBytes } from '#src/notes/media-type.ts';
import type { FoundFile, NotebookFiles } from '#src/services.ts';

/** What audio or video the file is, by its first bytes; null: not known yet, or nothing that this browser plays. */
export const useMediaType = (files: Pick<NotebookFiles, 'part'>, found: FoundFile | null): MediaType | null => {
  const [type, setType] = useState<MediaType | null>(null);
  useEffect(() => {
    if (found === null) return;
    const gone = new AbortController();
    const look = async () => {
      const beginning = await files.part(found.key, { from: 0, to: mediaTypeBytes, signal: gone.signal });
      const bytes = beginning.ok ? new Uint8Array(await beginning.value.arrayBuffer()) : null;
      if (gone.signal.aborted) return;
      const told = bytes && mediaType(bytes);
      setType(told !== null && document.createElement('video').canPlayType(told) !== '' ? told : null);
    };
    setType(null);
    void look();
    return () => gone.abort();
  }, [files, found]);
  return type;
};
