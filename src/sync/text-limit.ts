import type { Failure } from '#src/notes/result.ts';

/** DynamoDB takes items of up to 400 kB; the tutorial's function does not check, and its failure would not say why. */
const mostBytes = 350_000;

/** Why the text is too long to be sent, or null where it is not. */
export function tooLongToSend(text: string): Failure<'too-large'> | null {
  if (text.length * 3 <= mostBytes) return null;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= mostBytes) return null;
  return {
    kind: 'too-large',
    message:
      'This note is {size} kB long and AWS takes {most} kB. It is safe on this device; move part of it to another note.',
    values: { size: Math.ceil(bytes / 1000), most: mostBytes / 1000 },
    details: `${bytes} bytes of UTF-8, limit ${mostBytes}`,
  };
}
