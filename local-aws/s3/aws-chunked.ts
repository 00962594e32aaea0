import { incompleteBody, invalidRequest } from './refusals.ts';

/** A body sent in unsigned aws-chunked pieces, put together again. */
export interface Dechunked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names in lower case. */
  readonly trailers: ReadonlyMap<string, string>;
}

/**
 * Takes `SIZE\r\n BYTES\r\n … 0\r\n name:value\r\n \r\n` apart; SIZE is hexadecimal
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html).
 * `decodedLength`: x-amz-decoded-content-length.
 */
export function dechunk(body: Uint8Array<ArrayBuffer>, decodedLength: string | null): Dechunked {
  if (decodedLength === null)
    throw invalidRequest('Missing required header for this request: x-amz-decoded-content-length');
  const source = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const pieces: Uint8Array[] = [];
  let position = 0;
  const line = () => {
    const end = source.indexOf('\r\n', position);
    if (end === -1) throw incompleteBody();
    const text = source.toString('latin1', position, end);
    position = end + 2;
    return text;
  };

  for (;;) {
    const size = line();
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw incompleteBody();
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    if (position + length + 2 > source.length) throw incompleteBody();
    pieces.push(source.subarray(position, position + length));
    position += length;
    if (line() !== '') throw incompleteBody();
  }

  const trailers = new Map<string, string>();
  for (let text = line(); text !== ''; text = line()) {
    const colon = text.indexOf(':');
    if (colon === -1) throw incompleteBody();
    trailers.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
  }

  const bytes = new Uint8Array(Buffer.concat(pieces));
  if (String(bytes.length) !== decodedLength) throw incompleteBody();
  return { bytes, trailers };
}
