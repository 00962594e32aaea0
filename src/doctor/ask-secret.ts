import type { Readable } from 'node:stream';

/** Where a person types, as `process.stdin`. `setRawMode`: only where it is a terminal. */
export type Typed = Readable & { readonly isTTY?: boolean; setRawMode?(isRaw: boolean): unknown };

/**
 * Asks for a line that is not shown as it is typed. From what is no terminal the first line is read. null: the person would rather not
 * (Ctrl C, Ctrl D). The terminal is as before in any case.
 */
export async function askSecret(question: string, typed: Typed, write: (text: string) => void): Promise<string | null> {
  write(question);
  typed.setEncoding('utf8');
  typed.setRawMode?.(true);
  try {
    return await lineOf(typed);
  } finally {
    typed.setRawMode?.(false);
    typed.pause();
    write('\n');
  }
}

function lineOf(typed: Typed): Promise<string | null> {
  return new Promise((done) => {
    let line = '';
    const finish = (answer: string | null) => {
      typed.off('data', take);
      typed.off('end', end);
      done(answer);
    };
    const end = () => finish(line === '' ? null : line);
    const take = (chunk: string) => {
      const keys = chunk.replace(arrows, '');
      const last = keys.search(ending);
      for (const key of last < 0 ? keys : keys.slice(0, last)) line = after(line, key);
      if (last >= 0) finish(/[\r\n]/.test(keys.charAt(last)) ? line : null);
    };
    typed.on('data', take);
    typed.on('end', end);
  });
}

/** The line once a key has been pressed: backspace, Ctrl U, or one that types something. */
function after(line: string, key: string): string {
  if (key === '\b' || key === '\u007f') return [...line].slice(0, -1).join('');
  if (key === '\u0015') return '';
  return key < ' ' ? line : line + key;
}

/** Enter, Ctrl C, Ctrl D. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are such.
const ending = /[\r\n\u0003\u0004]/;

/** What arrow keys and their like send, and what a terminal puts around what is pasted. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one.
const arrows = /\u001b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])/g;
