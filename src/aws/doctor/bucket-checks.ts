import * as diagnoses from '../bucket-diagnoses.ts';
import { elementText } from '../s3-xml.ts';
import { type HttpHeaders, type Query, s3Address, signedHeaders } from '../signed-s3.ts';
import { type Ask, detailsOf, type Seen } from './ask.ts';
import { type DoctorParts, fine, type Known, type Outcome, type Plan, passing, wrong } from './check.ts';

const content = 'Satchel put this here to see whether it may, and takes it away again.\n';

/**
 * The bucket: whether it lets the page in, and does with a small file under the writing prefix what the app does with attachments.
 * The file has always the same name, so that one that may not be deleted stays the only one.
 */
export function bucketChecks({ backend, origin, locate, now }: DoctorParts, ask: Ask): readonly Plan[] {
  const keyFor = (identityId: string) =>
    `${backend.attachmentsPrefix.replaceAll('{identityId}', identityId)}satchel-connection-check.txt`;

  function send(
    { keys, ahead, identityId = '' }: Known,
    method: string,
    signal: AbortSignal,
    { query = {}, headers = {}, body }: { query?: Query; headers?: HttpHeaders; body?: string } = {},
  ): Promise<Seen> {
    const url = s3Address(backend, keyFor(identityId), query);
    if (url === null || keys === undefined) throw new Error('There is nothing to sign with.');
    const signing = { region: backend.region, keys, now: now() + ahead };
    return ask(
      {
        url: locate(url),
        method,
        headers: signedHeaders(method, url, headers, signing),
        ...(body !== undefined && { body }),
      },
      signal,
    );
  }

  function refused(seen: Seen, act: diagnoses.ObjectAct, { identityId = '' }: Known): Outcome {
    const text = seen.kind === 'answer' ? seen.text : (seen.hidden?.text ?? '');
    const code = elementText(text, 'Code') ?? '';
    const found =
      diagnoses.bucketDiagnosis(code) ??
      (code === 'AccessDenied' ? diagnoses.objectDenied(act, keyFor(identityId), identityId, backend) : null);
    if (found !== null) return wrong(found, detailsOf(seen));
    const isHidden = seen.kind === 'unseen' && seen.reached && origin !== null;
    return isHidden ? wrong(diagnoses.bucketWithoutCors(backend, origin), detailsOf(seen)) : passing(detailsOf(seen));
  }

  const isOk = (seen: Seen): seen is Seen & { kind: 'answer' } =>
    seen.kind === 'answer' && seen.status >= 200 && seen.status < 300;

  async function open(signal: AbortSignal): Promise<Outcome> {
    const address = s3Address(backend, '');
    if (address === null) throw new Error('The bucket has no address.');
    // Unsigned, so that it is refused; what counts is whether the page may read that.
    const seen = await ask({ url: locate(address), headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }, signal);
    const text = seen.kind === 'answer' ? seen.text : (seen.hidden?.text ?? '');
    const found = diagnoses.bucketDiagnosis(elementText(text, 'Code') ?? '');
    if (found !== null) return wrong(found, detailsOf(seen));
    if (seen.kind === 'answer') {
      if (seen.status >= 300 && seen.status < 400) return wrong(diagnoses.bucketElsewhere, detailsOf(seen));
      return seen.status >= 500 ? passing(detailsOf(seen)) : fine({ message: 'It lets this page in.' });
    }
    return seen.reached && origin !== null
      ? wrong(diagnoses.bucketUnreadable(backend, origin), detailsOf(seen))
      : passing(detailsOf(seen));
  }

  async function parts(known: Known, signal: AbortSignal): Promise<Outcome> {
    const begun = await send(known, 'POST', signal, { query: { uploads: '' } });
    const uploadId = isOk(begun) ? elementText(begun.text, 'UploadId') : null;
    if (uploadId === null) return refused(begun, 'put', known);
    const listed = await send(known, 'GET', signal, { query: { uploadId } });
    // Also where the person has had enough: it must not stay.
    const ended = await send(known, 'DELETE', new AbortController().signal, { query: { uploadId } });
    if (!isOk(ended)) return refused(ended, 'abort', known);
    return isOk(listed)
      ? fine({ message: 'They go part by part, and can be given up.' })
      : refused(listed, 'parts', known);
  }

  return [
    {
      id: 'bucket cors',
      title: { message: 'Bucket, from this page' },
      needs: ['reach'],
      needsOrigin: true,
      run: (_, signal) => open(signal),
    },
    {
      id: 'put',
      title: { message: 'Bucket, putting a file' },
      needs: ['credentials', 'bucket cors'],
      needsPerson: true,
      async run(known, signal) {
        const seen = await send(known, 'PUT', signal, { headers: { 'content-type': 'text/plain' }, body: content });
        if (!isOk(seen)) return refused(seen, 'put', known);
        return fine({ message: 'A small file is there.' }, { showsEtag: seen.headers.has('etag') });
      },
    },
    {
      id: 'etag',
      title: { message: 'Bucket, what it shows' },
      needs: ['put'],
      needsPerson: true,
      needsOrigin: true,
      run: async ({ showsEtag }) =>
        showsEtag === true
          ? fine({ message: 'It shows ETag, which large files are put together by.' })
          : { kind: 'advice', diagnosis: diagnoses.etagHidden(backend, origin ?? ''), details: '' },
    },
    {
      id: 'get',
      title: { message: 'Bucket, reading a file' },
      needs: ['put'],
      needsPerson: true,
      async run(known, signal) {
        const seen = await send(known, 'GET', signal);
        if (!isOk(seen)) return refused(seen, 'get', known);
        return seen.text === content
          ? fine({ message: 'It is as it was sent.' })
          : wrong(diagnoses.bytesChanged, `${content.length} / ${seen.text.length}`);
      },
    },
    {
      id: 'parts',
      title: { message: 'Bucket, large files' },
      needs: ['put'],
      needsPerson: true,
      run: parts,
    },
    {
      id: 'delete',
      title: { message: 'Bucket, deleting a file' },
      needs: ['put'],
      needsPerson: true,
      async run(known, signal) {
        const seen = await send(known, 'DELETE', signal);
        return isOk(seen) ? fine({ message: 'The small file is gone again.' }) : refused(seen, 'delete', known);
      },
    },
  ];
}
