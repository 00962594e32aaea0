/** What tabs say to each other about files that are sent from where they are. */
export type FileMessage =
  | { readonly kind: 'who has the file'; readonly key: string }
  | { readonly kind: 'chosen file'; readonly key: string; readonly file: File };

/** null: it is something else. */
export function parseFileMessage(message: unknown): FileMessage | null {
  if (typeof message !== 'object' || message === null || !('kind' in message && 'key' in message)) return null;
  const { kind, key } = message;
  if (typeof key !== 'string') return null;
  if (kind === 'who has the file') return { kind, key };
  const file = 'file' in message ? message.file : undefined;
  return kind === 'chosen file' && file instanceof File ? { kind, key, file } : null;
}
