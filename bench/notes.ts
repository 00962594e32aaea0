const words = {
  latin: 'garden seeds train ticket bread window letter summer budget recipe meeting draft paper river music'.split(
    ' ',
  ),
  greek: 'κήπος τρένο ψωμί γράμμα καλοκαίρι ποτάμι μουσική χαρτί'.split(' '),
  cyrillic: 'сад поезд хлеб письмо лето река музыка бумага'.split(' '),
  arabic: 'حديقة قطار خبز رسالة صيف نهر موسيقى ورق'.split(' '),
  han: '花园 火车 面包 信件 夏天 河流 音乐 纸张'.split(' '),
} as const;
const tags = ['home', 'work', 'travel', 'ideas', 'reading'];

/** Numbers that look like chance and are the same every time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A note as people write them: a title, some paragraphs of one script, a tag now and then; 0.2 to 4 kB, mostly short. */
export function noteText(number: number, random: () => number): string {
  const scripts = Object.values(words);
  const script = scripts[random() < 0.8 ? 0 : 1 + Math.floor(random() * (scripts.length - 1))] ?? words.latin;
  const word = () => script[Math.floor(random() * script.length)] ?? '';
  const sentence = () => `${Array.from({ length: 6 + Math.floor(random() * 10) }, word).join(' ')}.`;
  const length = 200 + 3_800 * random() ** 4;
  const lines = [`Note ${number}: ${word()} ${word()}`, ''];
  for (let size = 0; size < length; ) {
    const line = sentence();
    lines.push(line);
    size += line.length + 1;
  }
  if (random() < 0.3) lines.push(`#${tags[Math.floor(random() * tags.length)]}`);
  return lines.join('\n');
}
