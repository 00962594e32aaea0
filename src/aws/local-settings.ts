import * as v from 'valibot';
import type { AwsSettings } from './settings.ts';

/** Where the embedded AWS answers, and what it plays. */
export interface LocalSettings {
  readonly settings: AwsSettings;
  /** Where it listens, e.g. `http://127.0.0.1:5174`; another origin than the page's. */
  readonly origin: string;
  readonly userPoolEndpoint: string;
  readonly identityPoolEndpoint: string;
  /** Stands for `https://BUCKET.s3.REGION.amazonaws.com`: what follows the host there follows this here. */
  readonly bucketEndpoint: string;
  /** The mail that it has sent, on the page's own origin. */
  readonly inboxPath: string;
}

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    origin: v.pipe(v.string(), v.url()),
    region: v.string(),
    apiUrl: v.pipe(v.string(), v.url()),
    bucket: v.string(),
    userPoolId: v.string(),
    userPoolClientId: v.string(),
    identityPoolId: v.string(),
    attachmentsPrefix: v.string(),
    maxAttachmentBytes: v.pipe(v.number(), v.minValue(1)),
  }),
);

/**
 * Reads what the dev and preview servers tell the page of the embedded AWS: JSON in `<meta name="satchel-local-aws">`.
 * Throws where the page was not served by one of them.
 */
export function readLocalSettings(document: Document): LocalSettings {
  const meta = document.querySelector('meta[name="satchel-local-aws"]');
  if (meta === null)
    throw new Error('This page was built for the embedded AWS and works only as `npm run preview` serves it.');
  const { origin, ...settings } = v.parse(schema, meta.getAttribute('content'));
  return {
    settings: { ...settings, signUp: 'open' },
    origin,
    userPoolEndpoint: `${origin}/user-pool`,
    identityPoolEndpoint: `${origin}/identity-pool`,
    bucketEndpoint: `${origin}/s3/${settings.bucket}`,
    inboxPath: '/__aws/inbox',
  };
}
