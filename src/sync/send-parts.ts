import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { ended, hashAhead, type Multipart, type SendDeps, type SendFailure } from './sending.ts';
import type { UploadBytes } from './upload-bytes.ts';

/** Parts that are on their way at one time: what is lost with the tab or the network is never more. */
export const partsTogether = 2;

/** Sends the parts that S3 has not confirmed. After the first failure no more set out, and those on their way are ended. */
export async function sendParts(
  key: string,
  known: Multipart,
  bytes: UploadBytes,
  deps: SendDeps,
): Promise<Result<Multipart | 'gone', SendFailure>> {
  const { objects, sendAs, signal, setOut } = deps;
  const { uploadId, partSize } = known;
  const stop = new AbortController();
  const end = () => stop.abort();
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  let parts = known.parts;
  let failure: SendFailure | 'gone' | null = null;

  const startOf = (number: number) => (number - 1) * partSize;
  const sizeOf = (number: number) => Math.min(partSize, bytes.size - startOf(number));
  const sent = new Map(parts.map(({ number }) => [number, sizeOf(number)]));
  function tell(number: number, count: number): void {
    sent.set(number, count);
    deps.onProgress([...sent.values()].reduce((sum, each) => sum + each, 0));
  }
  const missing = Array.from({ length: Math.ceil(bytes.size / partSize) }, (_, index) => index + 1).filter(
    (number) => !sent.has(number),
  );

  const ready = new Map<number, ReturnType<UploadBytes['part']>>();
  function read(number: number): ReturnType<UploadBytes['part']> {
    const part = ready.get(number) ?? bytes.part(startOf(number), startOf(number) + sizeOf(number));
    ready.set(number, part);
    return part;
  }
  /** The next part is read and hashed while those before it are on their way. */
  async function prepareNext(): Promise<void> {
    const [number] = missing;
    const next = number === undefined ? null : await read(number);
    if (next?.ok) void hashAhead(objects, next.value);
  }

  async function send(number: number): Promise<SendFailure | 'gone' | null> {
    const whole = await read(number);
    ready.delete(number);
    if (!whole.ok) return whole.failure;
    void prepareNext();
    const part = { key, uploadId, number, bytes: whole.value };
    let again = 0;
    const answer = await sendAs(() => {
      again += Number(setOut.has(number));
      setOut.add(number);
      return objects.sendPart(part, { signal: stop.signal, onProgress: (count) => tell(number, count) });
    });
    if (!answer.ok) return answer.failure;
    if (answer.value === 'gone') return 'gone';
    const confirmed = answer.value;
    const written = await deps.files.changeUpload(key, (row) =>
      row?.multipart?.uploadId === uploadId
        ? {
            ...row,
            sentAgain: row.sentAgain + again,
            multipart: { ...row.multipart, parts: [...row.multipart.parts.filter(isOther(number)), confirmed] },
          }
        : row,
    );
    if (!written.ok) return written.failure;
    if (written.value?.multipart?.uploadId !== uploadId) return ended;
    parts = [...parts, confirmed];
    tell(number, sizeOf(number));
    return null;
  }

  async function work(): Promise<void> {
    for (let number = missing.shift(); number !== undefined && !stop.signal.aborted; number = missing.shift()) {
      const refusal = await send(number);
      if (refusal === null) continue;
      failure ??= refusal;
      end();
    }
  }

  await Promise.all(Array.from({ length: partsTogether }, work));
  signal.removeEventListener('abort', end);
  if (signal.aborted) return failed(ended);
  const why = failure as SendFailure | 'gone' | null;
  return why === null || why === 'gone' ? succeeded(why ?? { ...known, parts }) : failed(why);
}

const isOther =
  (number: number) =>
  (part: Multipart['parts'][number]): boolean =>
    part.number !== number;
