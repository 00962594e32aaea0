import type { Plugin } from 'vitest/config';

/**
 * Makes Amplify's storage in jsdom what it is in a browser: over XMLHttpRequest, with progress and cancelling. Its package says so under
 * "browser", but resolving all packages for browsers would load msw's wrong half. Amplify must be inlined for it
 * (`server.deps.inline: [/aws-amplify/]`).
 */
export const amplifyInJsdom = (): Plugin => ({
  name: 'amplify-in-jsdom',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (importer?.includes('@aws-amplify/storage/dist/esm') !== true) return null;
    const swap = swaps.find(([from]) => id.endsWith(from));
    return swap === undefined ? null : this.resolve(id.replace(...swap), importer, { skipSelf: true });
  },
});

const swaps: readonly (readonly [from: string, to: string])[] = [
  ['s3TransferHandler/fetch.mjs', 's3TransferHandler/xhr.mjs'],
  ['xmlParser/pureJs.mjs', 'xmlParser/dom.mjs'],
  ['base64/index.native.mjs', 'base64/index.browser.mjs'],
];
