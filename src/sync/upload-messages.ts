/** What the leading tab says of the files it sends: the bytes that have gone of each. null: it is something else. */
export function parseSending(message: unknown): ReadonlyMap<string, number> | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('kind' in message && 'files' in message) || message.kind !== 'sending files') return null;
  return Array.isArray(message.files) && message.files.every(isProgress) ? new Map(message.files) : null;
}

const isProgress = (value: unknown): value is readonly [string, number] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number';
