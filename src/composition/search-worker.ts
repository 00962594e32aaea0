import type { ToSearcher } from '#src/search/search-messages.ts';
import { serveSearch } from '#src/search/serve-search.ts';
import { openBroadcastChannel } from '#src/store/change-channel.ts';
import { openNoteReader } from '#src/store/note-reader.ts';
import { createBreather } from '#src/ui/breather.ts';

// Very many texts are read, kept and looked through where nothing waits for it.
const now = () => Date.now();
const answer = serveSearch({
  open: (database) => openNoteReader(database, openBroadcastChannel),
  tell: (message, moved) => postMessage(message, { transfer: moved }),
  now,
  breather: () => createBreather(now),
  onEnd: () => close(),
});
addEventListener('message', ({ data }: MessageEvent<ToSearcher>) => answer(data));
