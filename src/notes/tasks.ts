import { markdownLines } from './markdown-lines.ts';

const task = /^((?:[ \t]*>)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}\[)([ xX])\][ \t]/;

/** Where the mark of each task stands, between its brackets: offsets in the text, those in code left out. */
export function taskPlaces(body: string): readonly number[] {
  const places: number[] = [];
  for (const { start, end, kind } of markdownLines(body)) {
    if (kind !== 'text') continue;
    const found = task.exec(body.slice(start, Math.min(end, start + 200)));
    if (found !== null) places.push(start + (found[1] ?? '').length);
  }
  return places;
}

/** The text with the tick of one task set or taken away; unchanged where there is no such task. */
export function withTask(body: string, index: number, done: boolean): string {
  const place = taskPlaces(body)[index];
  return place === undefined ? body : `${body.slice(0, place)}${done ? 'x' : ' '}${body.slice(place + 1)}`;
}
