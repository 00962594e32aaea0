import { describe, expect, it } from 'vitest';
import type { AmplifyLoader } from '#src/aws/amplify-loader.ts';
import type { Credentials } from '#src/aws/credentials.ts';
import { offline } from '#src/aws/failures.ts';
import { startUpload } from '#src/aws/upload.ts';
import { fakeTabs } from '../../support/fake-tabs.ts';
import { fakeAmplify, named } from './fake-amplify.ts';

type Storage = Awaited<ReturnType<AmplifyLoader['storage']>>;
type Request = Parameters<Storage['startUpload']>[0];

const signedIn: Credentials = {
  current: async () => ({
    ok: true,
    value: { sub: '', identityId: '', email: '', keys: { accessKeyId: '', secretAccessKey: '', sessionToken: '' } },
  }),
};
const large = new Blob([new Uint8Array(5 * 1024 * 1024 + 1)], { type: 'image/png' });
const small = new Blob(['picture'], { type: 'image/png' });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** An upload over Amplify's part, whose progress and end are told by hand. */
function upload(file: Blob, credentials = signedIn) {
  const log: string[] = [];
  const { gate } = fakeTabs().open();
  let request: Request | null = null;
  let end = { resolve: () => {}, reject: (_: Error) => {} };
  const storage: Pick<Storage, 'startUpload'> = {
    startUpload(given) {
      request = given;
      log.push(`start ${given.contentType} ${given.contentDisposition}`);
      const result = new Promise<{ path: string }>((resolve, reject) => {
        end = { resolve: () => resolve({ path: 'key' }), reject };
      });
      return {
        result,
        state: 'IN_PROGRESS',
        pause() {},
        resume() {},
        cancel() {
          log.push('stop');
          end.reject(named('CanceledError'));
        },
      };
    },
  };
  const transfer = startUpload(
    {
      amplify: { ...fakeAmplify({}).loader, storage: async () => ({ ...missing, ...storage }) },
      credentials,
      gate,
      remove: async (key) => {
        log.push(`remove ${key}`);
        return { ok: true, value: undefined };
      },
    },
    file,
    'key',
    ({ sentBytes, totalBytes }) => log.push(`${sentBytes} of ${totalBytes}`),
  );
  return { transfer, log, gate, progress: (bytes: number) => request?.onProgress(bytes), end: () => end };
}

const missing: Storage = {
  startUpload: () => {
    throw new Error('not expected');
  },
  readObject: () => Promise.reject(new Error('not expected')),
  presignedAddress: () => Promise.reject(new Error('not expected')),
};

describe('an upload', () => {
  it('tells how far it is and that it is done', async () => {
    const { transfer, log, progress, end } = upload(small);
    await settled();
    progress(3);
    progress(99);
    end().resolve();
    expect(await transfer.result).toEqual({ ok: true, value: undefined });
    expect(log).toEqual(['start image/png null', '3 of 7', '7 of 7']);
  });

  it('stores a hostile type as bytes to download', async () => {
    const { log } = upload(new Blob(['<script>'], { type: 'text/html' }));
    await settled();
    expect(log).toEqual(['start application/octet-stream attachment']);
  });

  it('is not started without credentials', async () => {
    const { transfer, log } = upload(small, { current: async () => ({ ok: false, failure: offline('away') }) });
    expect(await transfer.result).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(log).toEqual([]);
  });

  it('fails as S3 says', async () => {
    const { transfer, end } = upload(small);
    await settled();
    end().reject(named('AccessDenied'));
    expect(await transfer.result).toMatchObject({ ok: false, failure: { kind: 'denied' } });
  });
});

describe('cancelling', () => {
  const cancelled = { ok: false, failure: { kind: 'cancelled' } };

  it('keeps an upload from starting', async () => {
    const { transfer, log } = upload(small);
    transfer.cancel();
    expect(await transfer.result).toMatchObject(cancelled);
    expect(log).toEqual([]);
  });

  it('stops one request at once, and removes what may have arrived', async () => {
    const { transfer, log } = upload(small);
    await settled();
    transfer.cancel();
    expect(await transfer.result).toMatchObject(cancelled);
    expect(log.slice(1)).toEqual(['stop', 'remove key']);
  });

  it('stops an upload in parts once the first bytes are on their way, not before', async () => {
    const { transfer, log, progress } = upload(large);
    await settled();
    transfer.cancel();
    expect(log.slice(1)).toEqual([]);
    progress(1);
    expect(await transfer.result).toMatchObject(cancelled);
    expect(log.slice(1)).toEqual(['stop', 'remove key']);
  });

  it('removes an object that was finished all the same', async () => {
    const { transfer, log, end } = upload(large);
    await settled();
    transfer.cancel();
    end().resolve();
    expect(await transfer.result).toMatchObject(cancelled);
    expect(log.slice(1)).toEqual(['remove key']);
  });

  it('ends when somebody wants to sign in or out, and says that this was why', async () => {
    const { transfer, log, gate, progress } = upload(large);
    await settled();
    progress(1);
    await gate.alone(async () => {});
    expect(await transfer.result).toMatchObject({ ok: false, failure: { kind: 'interrupted' } });
    expect(log.slice(-2)).toEqual(['stop', 'remove key']);
  });
});
