import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Where the build that the checks look at goes; never what a person has built. */
export const outDir = join(root, 'node_modules/.cache/satchel/build');

/** Settings of a made-up account, well-formed in every respect. */
export const exampleSettings = {
  VITE_REGION: 'eu-central-1',
  VITE_API_URL: 'https://k3v9q2x7ab.execute-api.eu-central-1.amazonaws.com/prod',
  VITE_BUCKET: 'garden-notes-uploads',
  VITE_USER_POOL_ID: 'eu-central-1_Qm3vT8kLz',
  VITE_USER_POOL_CLIENT_ID: '4k2j9v7qm1c8x3b6n5l0p2r7ta',
  VITE_IDENTITY_POOL_ID: 'eu-central-1:5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
};
