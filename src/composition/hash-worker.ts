import { sha256 } from '#src/aws/checksum.ts';
import type { HashAnswer, HashAsked } from './hash-messages.ts';

addEventListener('message', ({ data: { number, bytes } }: MessageEvent<HashAsked>) => {
  const answer = (hash: string | null) => postMessage({ number, sha256: hash } satisfies HashAnswer);
  sha256(bytes).then(answer, () => answer(null));
});
