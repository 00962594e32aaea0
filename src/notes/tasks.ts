import { markdownLines } from './markdown-lines.ts';
import { plainText } from './plain-text.ts';
import { taskIn } from './task-line.ts';

/** So much of a task is compared. */
const compared = 200;

interface Task {
  /** Where its mark stands, between the brackets: an offset in the text. */
  readonly place: number;
  /** What is to be done, as it is written; the beginning of it. */
  readonly written: string;
}

/** The tasks in a text, in their order, those in code left out. */
export function tasksIn(body: string): readonly Task[] {
  const tasks: Task[] = [];
  for (const { start, end, kind } of markdownLines(body)) {
    if (kind !== 'text') continue;
    const line = body.slice(start, Math.min(end, start + compared));
    const found = taskIn(line);
    if (found !== null) tasks.push({ place: start + found.place, written: line.slice(found.words) });
  }
  return tasks;
}

/**
 * Whether what a reader sees of a task is that task: whoever lays a text out may count its tasks otherwise, and a tick must never go to
 * another one. Letters and digits are compared.
 */
export function isTask({ written }: Task, shown: string): boolean {
  const wanted = lettersOf(plainText(written));
  const seen = lettersOf(shown.slice(0, compared));
  return wanted === '' || seen === '' ? wanted === seen : wanted.startsWith(seen) || seen.startsWith(wanted);
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The text with the tick of one task set or taken away; unchanged where the task of that number is not the one that is `shown`. */
export function withTask(body: string, index: number, done: boolean, shown: string): string {
  const found = tasksIn(body)[index];
  if (found === undefined || !isTask(found, shown)) return body;
  return `${body.slice(0, found.place)}${done ? 'x' : ' '}${body.slice(found.place + 1)}`;
}
