import { afterEach, describe, expect, it, vi } from 'vitest';
import { trustedScriptUrl } from '#src/composition/script-addresses.ts';

afterEach(() => void Reflect.deleteProperty(window, 'trustedTypes'));

const refused = [
  'https://elsewhere.example/assets/worker.js',
  '//elsewhere.example/service-worker.js',
  '/notes/new',
  '/__aws/inbox',
  '/service-worker.js/../../evil.txt',
  'data:text/javascript,0',
  'blob:http://localhost/1',
];

describe('what a worker may be made of', () => {
  it('is a script of our own', () => {
    expect(trustedScriptUrl('/service-worker.js')).toBe(`${window.location.origin}/service-worker.js`);
  });

  it.each(refused)('is not %s', (address) => expect(() => trustedScriptUrl(address)).toThrow(TypeError));

  it('goes through one policy, however often it is asked', () => {
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL(address: string): string }) => rules);
    Object.assign(window, { trustedTypes: { createPolicy } });
    for (const name of ['one', 'two']) expect(trustedScriptUrl(`/src/${name}.ts`)).toContain(name);
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['satchel']);
    for (const address of refused) expect(() => trustedScriptUrl(address)).toThrow(TypeError);
  });
});
