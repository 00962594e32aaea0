import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { StoredUpload } from '#src/store/file-store.ts';
import { sendParts } from './send-parts.ts';
import { ended, hashAhead, type Multipart, type SendDeps, type SendFailure } from './sending.ts';
import { bytesOf } from './upload-bytes.ts';

/**
 * Sends the bytes of an upload from where it was: S3 is asked which of its parts it still has. What S3 confirms is written into the
 * row at once. Resolves with ok when S3 has all of it; the row stays. `cancelled`: the signal, or the row has gone.
 */
export async function sendFile(row: StoredUpload, deps: SendDeps): Promise<Result<void, SendFailure>> {
  const { objects, sendAs, signal, turn, onProgress } = deps;
  const { key, type } = row;
  const found = await bytesOf(row, deps);
  if (!found.ok) return found;
  const bytes = found.value;
  const partSize = row.multipart?.partSize ?? objects.partSize(bytes.size);
  if (partSize === null) {
    const whole = await bytes.part(0, bytes.size);
    if (!whole.ok) return whole;
    void hashAhead(objects, whole.value);
    if (!(await turn())) return failed(ended);
    return sendAs(() => objects.put({ key, contentType: type, bytes: whole.value }, { signal, onProgress }));
  }
  if (!(await turn())) return failed(ended);

  let known: Multipart | null = row.multipart;
  for (let beginning = 0; beginning < mostBeginnings; beginning += 1) {
    const upload: Result<Multipart | 'gone', SendFailure> =
      known === null ? await begin({ key, type, partSize }, deps) : await stillThere(key, known, deps);
    if (!upload.ok) return upload;
    // S3 may have completed it, and the answer was lost.
    const sent: Result<Multipart | 'gone', SendFailure> =
      upload.value === 'gone' ? succeeded(known ?? 'gone') : await sendParts(key, upload.value, bytes, deps);
    if (!sent.ok) return sent;
    if (sent.value !== 'gone') {
      const { uploadId, parts } = sent.value;
      const isWhole = parts.length === Math.ceil(bytes.size / partSize);
      const completed: Result<'done' | 'gone', AwsFailure> = isWhole
        ? await sendAs(() => objects.complete({ key, uploadId, parts: parts.toSorted((a, b) => a.number - b.number) }))
        : succeeded('gone');
      if (!completed.ok) return completed;
      if (completed.value === 'done') return succeeded(undefined);
    }
    const forgotten = await forget(key, deps);
    if (!forgotten.ok) return forgotten;
    known = null;
  }
  return failed(neverWhole);
}

/** Begins an upload in parts; one whose id the row does not take is left to nobody. */
async function begin(
  { key, type, partSize }: { readonly key: string; readonly type: string; readonly partSize: number },
  { files, objects, sendAs, signal }: SendDeps,
): Promise<Result<Multipart, SendFailure>> {
  if (signal.aborted) return failed(ended);
  const begun = await sendAs(() => objects.begin({ key, contentType: type }));
  if (!begun.ok) return begun;
  const multipart: Multipart = { uploadId: begun.value, partSize, parts: [] };
  const written = await files.changeUpload(key, (row) => row && { ...row, multipart });
  if (written.ok && written.value !== undefined) return succeeded(multipart);
  await sendAs(() => objects.abort({ key, uploadId: begun.value }));
  return written.ok ? failed(ended) : written;
}

/** What of the confirmed parts S3 still has. The ones beside them were not confirmed before the tab or the network went, and go again. */
async function stillThere(
  key: string,
  known: Multipart,
  { objects, sendAs, setOut }: SendDeps,
): Promise<Result<Multipart | 'gone', AwsFailure>> {
  const found = await sendAs(() => objects.parts({ key, uploadId: known.uploadId }));
  if (!found.ok) return found;
  if (found.value === 'gone') return succeeded('gone');
  const there = new Map(found.value.map((part) => [part.number, part]));
  for (const number of there.keys()) setOut.add(number);
  return succeeded({ ...known, parts: known.parts.filter((part) => there.get(part.number)?.sha256 === part.sha256) });
}

/** S3 does not know the upload any more, or not with these parts. */
async function forget(key: string, { files, objects, sendAs, setOut }: SendDeps): Promise<Result<void, SendFailure>> {
  let uploadId: string | null = null;
  const changed = await files.changeUpload(key, (row) => {
    uploadId = row?.multipart?.uploadId ?? null;
    for (const { number } of row?.multipart?.parts ?? []) setOut.add(number);
    return row && { ...row, multipart: null };
  });
  if (!changed.ok) return changed;
  if (uploadId !== null) {
    const id: string = uploadId;
    await sendAs(() => objects.abort({ key, uploadId: id }));
  }
  return changed.value === undefined ? failed(ended) : succeeded(undefined);
}

const mostBeginnings = 3;

const neverWhole: AwsFailure = {
  kind: 'unavailable',
  message: 'The file did not arrive as it was sent. Try again.',
  details: `S3 lost the upload ${mostBeginnings} times.`,
};
