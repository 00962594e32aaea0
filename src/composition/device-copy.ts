/** localStorage, or as much of it as is needed. */
export type Memory = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (databaseName: string) => `satchel.copy.${databaseName}`;

/** Followed by the name of a tab: what it was still writing when it went. */
export const typingKey = (databaseName: string) => `satchel.typing.${databaseName}/`;

export const typingKeys = (memory: Memory, databaseName: string): readonly string[] =>
  Array.from({ length: memory.length }, (_, at) => memory.key(at) ?? '').filter((key) =>
    key.startsWith(typingKey(databaseName)),
  );

/** Where the searches of the person whose notes they are stand. */
export const searchesKey = (databaseName: string) => `satchel.searches.${databaseName}`;

/**
 * Asks the browser not to remove this device's notes when it needs room. A browser that refuses, or a person whom it asks, changes
 * nothing: the notes are on AWS as well.
 */
export async function keepDeviceCopy({
  storage,
}: {
  readonly storage: Pick<StorageManager, 'persist' | 'persisted'>;
}): Promise<void> {
  try {
    if (!(await storage.persisted())) await storage.persist();
  } catch {
    // As good as a refusal.
  }
}

/**
 * Remembers that this device has a copy of the notes, and since when (ms). `evicted`: there was one before, and the browser has removed
 * it. `isNew`: the database was made by this opening.
 */
export function rememberDeviceCopy(deps: {
  readonly memory: Memory;
  readonly name: string;
  readonly isNew: boolean;
  readonly now: number;
}): { readonly evicted: boolean } {
  const { memory, name, isNew, now } = deps;
  const isRemembered = memory.getItem(keyOf(name)) !== null;
  if (isNew || !isRemembered) {
    try {
      memory.setItem(keyOf(name), String(now));
    } catch {
      // No room: an eviction is not noticed then, and nothing else is amiss.
    }
  }
  return { evicted: isNew && isRemembered };
}

/** The copy is about to be deleted because a person wants it: there is nothing to miss, and nothing is left of what was searched for. */
export function forgetDeviceCopy(memory: Memory, name: string): void {
  for (const key of [keyOf(name), searchesKey(name), ...typingKeys(memory, name)]) memory.removeItem(key);
}
