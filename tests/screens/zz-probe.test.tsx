import { createHash } from 'node:crypto';
import { signIn } from 'aws-amplify/auth';
import { it } from 'vitest';
import { email, password, register, startSignIn } from './sign-in-page.tsx';
const sha = (d: Uint8Array) => createHash('sha256').update(d).digest('hex').slice(0, 8);
it('probe', { timeout: 120000 }, async () => {
  const out: unknown[] = [];
  const test = await startSignIn(); await register(test); await signIn({ username: email, password });
  const c = await test.session.completeSignIn(); if (!c.ok) return; const own = (n: string) => `${c.value.identityId}/${n}`;
  const data = Uint8Array.from({ length: 6 * 2 ** 20 }, (_, i) => (i >> 12) ^ i); const f = () => new File([data], 'holiday.png', { type: 'image/png' });
  out.push(await test.files.upload(f(), own('a.png'), () => {}).result);
  out.push((await test.aws.state()).objects);
  const addr = await test.files.downloadAddress(own('a.png'), 'a'); if (addr.ok) { const b = new Uint8Array(await (await fetch(addr.value)).arrayBuffer()); out.push('fetched', b.length, sha(b), 'sent', data.length, sha(data), b.findIndex((x, i) => x !== data[i])); }
  const r = await test.files.read(own('a.png')); if (r.ok) { const b = new Uint8Array(await r.value.arrayBuffer()); out.push('read', b.length, sha(b), b.findIndex((x, i) => x !== data[i])); }
  test.aws.requests.clear();
  const t = test.files.upload(f(), own('b.png'), ({ sentBytes }) => { out.push(sentBytes); t.cancel(); });
  out.push(await t.result, test.asked(), (await test.aws.state()).uploads); await new Promise((x) => setTimeout(x, 2000)); out.push(test.aws.requests.entries().map((e) => e.operation + e.status), (await test.aws.state()).uploads);
  test.fault({ service: 's3', operation: 'CompleteMultipartUpload', effect: 'drop-request', times: 3 }); test.aws.requests.clear();
  out.push(await test.files.upload(f(), own('c.png'), () => {}).result, JSON.stringify(localStorage.getItem('__uploadInProgress')));
  out.push(await test.files.upload(f(), own('c.png'), () => {}).result, test.aws.requests.entries().map((e) => `${e.operation} ${e.status} ${e.fault ?? ''}`));
  (await import('node:fs')).writeFileSync('/tmp/probe.json', JSON.stringify(out, null, 1)); await test.close();
});
