// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readLocalSettings } from '#src/aws/local-settings.ts';
import { pageMeta, withMeta } from '../../local-aws/page-meta.ts';

const html = '<!doctype html><html lang="en"><head><title>A page</title></head><body></body></html>';
const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
const content = pageMeta({ origin: 'http://127.0.0.1:5174', policy: 'satchel', maxAttachmentBytes: 1000 });

describe('what a page learns of the embedded AWS', () => {
  it('is read from the page that the servers serve', () => {
    expect(readLocalSettings(parse(withMeta(html, content)))).toEqual({
      settings: {
        region: 'us-east-1',
        apiUrl: 'http://127.0.0.1:5174/notes-api/prod',
        bucket: 'satchel-local-uploads',
        userPoolId: 'us-east-1_LocalPool',
        userPoolClientId: '1localclient2satchel3app45',
        identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
        attachmentsPrefix: '{identityId}/',
        maxAttachmentBytes: 1000,
        signUp: 'open',
      },
      origin: 'http://127.0.0.1:5174',
      userPoolEndpoint: 'http://127.0.0.1:5174/user-pool',
      identityPoolEndpoint: 'http://127.0.0.1:5174/identity-pool',
      bucketEndpoint: 'http://127.0.0.1:5174/s3/satchel-local-uploads',
      inboxPath: '/__aws/inbox',
    });
  });

  it('is text, whatever it holds', () => {
    const odd = '{"a":"&quot;</head><script>$&"}';
    const page = parse(withMeta(html, odd));
    expect(page.querySelector('meta')?.content).toBe(odd);
    expect(page.querySelector('script')).toBeNull();
  });

  it('must be there, and whole', () => {
    expect(() => readLocalSettings(parse(html))).toThrow('npm run preview');
    expect(() => readLocalSettings(parse(withMeta(html, '{"origin":"http://127.0.0.1:5174"}')))).toThrow();
  });
});
