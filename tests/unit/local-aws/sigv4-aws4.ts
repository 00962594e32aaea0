import aws4 from 'aws4';
import type { AwsRequest, Credentials } from '../../../local-aws/service.ts';
import { formatTimestamp } from '../../../local-aws/sigv4/signature-claim.ts';

export interface Ask {
  readonly service: 's3' | 'execute-api';
  readonly method?: string;
  readonly url: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
  /** The client's clock; ms. */
  readonly at: number;
  /** Signs in the query instead, for so many seconds. */
  readonly presignedFor?: number;
  readonly region?: string;
}

/** A request signed by aws4, a client that is not ours. */
export function signedByAws4(ask: Ask): AwsRequest {
  const url = new URL(ask.url);
  const presigned = ask.presignedFor !== undefined;
  const date = formatTimestamp(ask.at);
  const query = presigned
    ? `${url.search === '' ? '?' : `${url.search}&`}X-Amz-Date=${date}&X-Amz-Expires=${ask.presignedFor}`
    : url.search;
  const signed = aws4.sign(
    {
      service: ask.service,
      region: ask.region ?? 'us-east-1',
      host: url.host,
      method: ask.method ?? 'GET',
      path: url.pathname + query,
      headers: presigned ? { ...ask.headers } : { ...ask.headers, 'X-Amz-Date': date },
      ...(ask.body === undefined ? {} : { body: ask.body }),
      ...(presigned ? { signQuery: true } : {}),
    },
    ask.credentials,
  );
  const sentTo = new URL(`${url.origin}${signed.path}`);
  const headers = new Headers(Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)]));
  headers.delete('host');
  return {
    method: ask.method ?? 'GET',
    url: sentTo,
    signedUrl: sentTo,
    headers,
    body: new TextEncoder().encode(ask.body ?? ''),
  };
}
