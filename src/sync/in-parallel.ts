/**
 * Works through `items` in their order, `atOnce` at a time. `work` gives null, or the failure after which no more is begun and
 * which comes back once all that had begun has ended.
 */
export async function inParallel<T, F>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<F | null>,
): Promise<F | null> {
  const rest = items.values();
  let failure: F | null = null;
  const worker = async () => {
    for (const item of rest) {
      if (failure !== null) return;
      failure = (await work(item)) ?? failure;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failure;
}
