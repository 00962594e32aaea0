import type { StoredObject } from './object-folder.ts';
import { noSuchKey, notImplemented, preconditionFailed } from './refusals.ts';

/** Whether a GET or HEAD is to be answered with 304. Throws 412. The order is that of RFC 9110, section 13.2.2. */
export function isUnmodified(headers: Headers, { about }: StoredObject): boolean {
  const ifMatch = headers.get('if-match');
  if (ifMatch === null) {
    const since = readDate(headers.get('if-unmodified-since'));
    if (since !== null && seconds(about.modifiedAt) > since) throw preconditionFailed();
  } else if (!matches(ifMatch, about.etag)) throw preconditionFailed();

  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== null) return matches(ifNoneMatch, about.etag);
  const since = readDate(headers.get('if-modified-since'));
  return since !== null && seconds(about.modifiedAt) <= since;
}

/** Throws where a write is only to be done if the object is not there yet, or is still the one that was seen. */
export function checkWrite(headers: Headers, current: StoredObject | null): void {
  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== null) {
    if (ifNoneMatch !== '*') throw notImplemented();
    if (current !== null) throw preconditionFailed();
  }
  const ifMatch = headers.get('if-match');
  if (ifMatch !== null) {
    if (current === null) throw noSuchKey();
    if (!matches(ifMatch, current.about.etag)) throw preconditionFailed();
  }
}

/** Whether a Range header still holds for the object, by its If-Range. */
export function rangeHolds(headers: Headers, { about }: StoredObject): boolean {
  const condition = headers.get('if-range');
  if (condition === null) return true;
  return condition.startsWith('"') ? condition === about.etag : readDate(condition) === seconds(about.modifiedAt);
}

/** S3 takes an ETag with and without quotes. */
const matches = (list: string, etag: string) =>
  list.split(',').some((each) => each.trim() === '*' || bare(each) === bare(etag));

const bare = (etag: string) => etag.trim().replace(/^W\//, '').replaceAll('"', '');

/** HTTP dates have whole seconds. */
const seconds = (ms: number) => Math.floor(ms / 1000) * 1000;

function readDate(header: string | null): number | null {
  const ms = Date.parse(header ?? '');
  return Number.isNaN(ms) ? null : ms;
}
