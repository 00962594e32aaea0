import type { Check } from '#src/services.ts';
import type { Words } from '#src/words/words.ts';

export const isWrong = ({ state }: Check): boolean => state.kind === 'wrong';

/** All checks in a sentence or two. `isStopped`: a person has ended them early. */
export function summaryOf(checks: readonly Check[], isStopped: boolean, words: Words): string {
  const sentences = [foundIn(checks, words), isStopped ? words.t('Stopped before the end.') : null];
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length > 0 ? said.join(' ') : soundIn(checks, words);
}

function foundIn(checks: readonly Check[], { counted }: Words): string | null {
  const wrong = checks.filter(isWrong).length;
  if (wrong > 0) return counted(wrong, '1 thing is wrong.', '{count} things are wrong.');
  const better = checks.filter(({ state }) => state.kind === 'advice').length;
  return better === 0
    ? null
    : counted(
        better,
        'Nothing is wrong, and 1 thing could be better.',
        'Nothing is wrong, and {count} things could be better.',
      );
}

const soundIn = (checks: readonly Check[], { t }: Words) =>
  checks.every(({ state }) => state.kind === 'fine')
    ? t('Everything is as it should be.')
    : t('What can be checked is as it should be.');
