/**
 * Asks now and whenever one of the sources changes; of answers that overtake each other only the last question's is told. Returns the way
 * to stop. A question that fails leaves things as they are: whoever opened the source says what is wrong with it.
 */
export const keepAsking = <T>(
  ask: () => Promise<T>,
  tell: (answer: T) => void,
  sources: readonly { subscribe(listener: () => void): () => void }[],
): (() => void) => {
  let asked = 0;
  const again = async () => {
    asked += 1;
    const question = asked;
    const answer = await ask();
    if (question === asked) tell(answer);
  };
  const look = () => void again().catch(() => undefined);
  const stops = sources.map((source) => source.subscribe(look));
  look();
  return () => {
    asked += 1;
    for (const stop of stops) stop();
  };
};
