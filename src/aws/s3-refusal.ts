import type { HttpAnswer } from './s3-transport.ts';
import { elementText, hasRoot } from './s3-xml.ts';

/** What S3 said instead of doing what it was asked. */
export interface S3Refusal {
  readonly status: number;
  /** S3's own code, such as `NoSuchKey`; '' where it names none. */
  readonly code: string;
  readonly message: string;
  /** Where the refusal is about the time: S3's own; ms since 1970. */
  readonly serverTime: number | null;
  readonly retryAfter: string | undefined;
}

/**
 * The refusal in an answer; null where it is none. A POST may be answered with 200 and be refused all the same: S3 begins to answer
 * before it has put a large object together. A refused HEAD has no body, so that its status has to do for a code.
 */
export async function s3Refusal(method: string, { status, headers, body }: HttpAnswer): Promise<S3Refusal | null> {
  const ok = status >= 200 && status < 300;
  if (ok && method !== 'POST') return null;
  const xml = await body.text();
  if (ok && !hasRoot(xml, 'Error')) return null;
  const time = Date.parse(elementText(xml, 'ServerTime') ?? '');
  return {
    status,
    code: elementText(xml, 'Code') ?? (method === 'HEAD' ? (headCodes[status] ?? '') : ''),
    message: elementText(xml, 'Message') ?? '',
    serverTime: Number.isNaN(time) ? null : time,
    retryAfter: headers.get('retry-after') ?? undefined,
  };
}

/** 400 is what S3 has for credentials that have run out; nothing else is wrong with a HEAD of ours. */
const headCodes: Readonly<Record<number, string>> = { 400: 'ExpiredToken', 403: 'AccessDenied', 404: 'NoSuchKey' };
