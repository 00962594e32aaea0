export interface HostileNote {
  readonly what: string;
  /** What the list calls it. */
  readonly title: string;
  readonly text: string;
}

const megabyte = 1_000_000;
/** So long when repeated; letters. */
const filled = (part: string, letters: number) => part.repeat(Math.ceil(letters / part.length));

const trap = (what: string, text: string): HostileNote => ({ what, title: 'Trap', text: `Trap\n\n${text}` });

/** Notes that nobody writes in earnest, and that somebody may paste, share or make on purpose. */
export const hostileNotes: readonly HostileNote[] = [
  trap('a line of 5 MB', filled('lorem ipsum ', 5 * megabyte)),
  trap('10,000 quotes in quotes', `${'>'.repeat(10_000)} deep`),
  trap('1 MB of [[', filled('[[', megabyte)),
  trap('1 MB of *_', filled('*a_b**c__d ', megabyte)),
  {
    what: '2 MB of front matter without an end',
    title: 'front',
    text: `---\n${filled('front: matter\n- of a list\n', 2 * megabyte)}`,
  },
  trap('orders to write from right to left', filled('\u202eabc \u2067def \u202d', megabyte)),
  trap('halves of characters', filled('\ud800a\udc00 ', megabyte)),
  trap('50,000 tags', Array.from({ length: 50_000 }, (_, at) => `#tag${at}`).join(' ')),
  trap('20,000 tasks', Array.from({ length: 20_000 }, (_, at) => `- [ ] task ${at}`).join('\n')),
  trap(
    '10,000 pictures that are not there',
    Array.from({ length: 10_000 }, (_, at) => `![p](attachment:~/gone-${at}.png)`).join('\n\n'),
  ),
];
