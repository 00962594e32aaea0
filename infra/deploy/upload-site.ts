import { isForEver } from '../site/cache-rules.ts';
import type { SiteFile } from './site-files.ts';
import type { SiteBucket } from './world.ts';

/** How many files are on their way at a time. */
const AT_ONCE = 8;

/**
 * Uploads the files in their order (siteFiles); the page only when all others are there, so that a failure leaves the site as it was. Files
 * whose names change with what is in them are left alone where they are there already. The number that was sent.
 */
export async function uploadSite(bucket: SiteBucket, files: readonly SiteFile[]): Promise<number> {
  const there = new Set(await bucket.keys('assets/'));
  const assets = files.filter(({ path }) => isForEver(path) && !there.has(path.slice(1)));
  const others = files.filter(({ path }) => !isForEver(path));
  for (let at = 0; at < assets.length; at += AT_ONCE)
    await Promise.all(assets.slice(at, at + AT_ONCE).map((file) => bucket.put(file)));
  for (const file of others) await bucket.put(file);
  return assets.length + others.length;
}
