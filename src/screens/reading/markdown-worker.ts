import { codeLanguage } from './code-languages.ts';
import type { LaidOut } from './rendered.ts';
import { type FencedCode, toHtml } from './to-html.ts';

const tell = (told: LaidOut) => postMessage(told);

// A text can be made to take seconds, so it is turned into HTML where nothing waits for it. Code is coloured behind that.
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const codes: FencedCode[] = [];
  const html = toHtml(String(data), (code) => codes.push(code));
  const known = codes.some(({ information }) => codeLanguage(information) !== null);
  tell({ html, codeFollows: known });
  if (known) void colour(codes);
});

const colour = async (codes: readonly FencedCode[]) => {
  const loaded = await import('./highlight.ts').catch(() => null);
  tell({ code: loaded === null ? [] : await loaded.highlighted(codes) });
};
