/** What a request says about its own signature, in its Authorization header or (presigned) in its query. */
export interface SignatureClaim {
  readonly form: 'header' | 'presigned';
  readonly accessKeyId: string;
  /** The credential scope: the day as YYYYMMDD, the region and the service that the signing key was made for. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  /** Lower case and sorted. */
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits, as the client sent them. */
  readonly signature: string;
  /** YYYYMMDDTHHMMSSZ, as it goes into the string to sign. */
  readonly timestamp: string;
  /** The same in ms. */
  readonly signedAt: number;
  readonly sessionToken: string | null;
  /** For how long a presigned address is good; ms. null where nothing is said. */
  readonly lifetime: number | null;
}

/** The ms of YYYYMMDDTHHMMSSZ; null for anything else, 30 February included. */
export function parseTimestamp(timestamp: string): number | null {
  const fields = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  if (fields === null) return null;
  const [, year, month, day, hour, minute, second] = fields;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) || formatTimestamp(ms) !== timestamp ? null : ms;
}

/** YYYYMMDDTHHMMSSZ */
export const formatTimestamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** `KEY/YYYYMMDD/REGION/SERVICE/aws4_request` in its parts; null where it has another shape. */
export function parseCredential(
  credential: string,
): Pick<SignatureClaim, 'accessKeyId' | 'day' | 'region' | 'service'> | null {
  const [accessKeyId, day, region, service, end, ...rest] = credential.split('/');
  if (!accessKeyId || !day || !/^\d{8}$/.test(day) || !region || !service) return null;
  if (end !== 'aws4_request' || rest.length > 0) return null;
  return { accessKeyId, day, region, service };
}

export const parseSignedHeaders = (list: string): readonly string[] =>
  [...new Set(list.toLowerCase().split(';'))].filter((name) => name !== '').sort();
