import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { SendAs } from './send-as.ts';
import type { Watched } from './storage-report.ts';

export interface ListedObject {
  /** Bytes. */
  readonly size: number;
  /** By S3's own clock; ms. NaN where S3 does not say. */
  readonly age: number;
}

/** Where this person's files may be, whatever wrote them, and whether S3 has listed them to the end. */
export interface Listing {
  readonly places: readonly { readonly prefix: string; readonly listed: boolean }[];
  readonly objects: ReadonlyMap<string, ListedObject>;
  /** Why a list broke off, other than by being denied; null: none did. */
  readonly failure: AwsFailure | null;
}

/** Lists what S3 lets us. A place that is denied, or of which the list breaks off, counts as not listed. */
export async function listBucket(
  {
    objects,
    sendAs,
    home,
  }: { readonly objects: Pick<ObjectStorage, 'list'>; readonly sendAs: SendAs; readonly home: AttachmentHome },
  { signal, onProgress }: Watched,
): Promise<Listing> {
  const found = new Map<string, ListedObject>();
  let failure: AwsFailure | null = null;
  const prefixes = [...new Set([home.prefix, `${home.identityId}/`, `private/${home.identityId}/`])];

  async function list(prefix: string): Promise<boolean> {
    const here: [string, ListedObject][] = [];
    for (let after: string | null = null; ; ) {
      if (signal.aborted) return false;
      const page: Awaited<ReturnType<ObjectStorage['list']>> = await sendAs(() => objects.list(prefix, after));
      if (!page.ok) {
        if (page.failure.kind !== 'denied') failure = page.failure;
        return false;
      }
      const { next } = page.value;
      for (const { key, ...object } of page.value.objects) here.push([key, object]);
      onProgress?.(found.size + here.length, null);
      if (next === null || next === after) break;
      after = next;
    }
    for (const [key, object] of here) found.set(key, object);
    return true;
  }

  const places: { readonly prefix: string; readonly listed: boolean }[] = [];
  for (const prefix of prefixes) places.push({ prefix, listed: await list(prefix) });
  return { places, objects: found, failure };
}
