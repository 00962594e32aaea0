/** Whether the name of the site's file changes with what is in it. `path` begins with a slash. */
export const isForEver = (path: string): boolean => path.startsWith('/assets/');

/**
 * The Cache-Control of a file of the site, given to it as it is uploaded. Neither browsers nor CloudFront keep the page, the service worker,
 * the manifest and the icons without asking whether they are the newest, so that nothing needs to be invalidated after a deploy. CloudFront
 * heeds that where its cache policy's minimum time is 0 seconds, and not under its managed CachingOptimized, whose minimum is 1 second.
 */
export const cacheControl = (path: string): string =>
  isForEver(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
