import { toHtml } from './to-html.ts';

// A text can be made to take seconds, so it is turned into HTML where nothing waits for it.
addEventListener('message', ({ data }: MessageEvent<unknown>) => postMessage(toHtml(String(data))));
