/** What tabs say to each other about files that are sent from where they are. */
export type FileMessage =
  | { readonly kind: 'who has the file'; readonly key: string }
  | { readonly kind: 'chosen file'; readonly key: string; readonly file: File }
  /** It cannot be read as it was, so that nobody has it any more. */
  | { readonly kind: 'file changed'; readonly key: string };

/** null: it is something else. */
export function parseFileMessage(message: unknown): FileMessage | null {
  if (typeof message !== 'object' || message === null || !('kind' in message && 'key' in message)) return null;
  const { kind, key } = message;
  if (typeof key !== 'string') return null;
  if (kind === 'who has the file' || kind === 'file changed') return { kind, key };
  const file = 'file' in message ? message.file : undefined;
  return kind === 'chosen file' && file instanceof File ? { kind, key, file } : null;
}
