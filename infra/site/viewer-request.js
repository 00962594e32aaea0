/**
 * Runs in CloudFront (cloudfront-js-2.0) for each request, before it looks into its cache: every route of the app is its page. A path of a
 * file stays what it is, so that a file that is missing is missing, and not a page that a browser would run as a script. The query is
 * the page's own affair.
 * @param {{ request: { uri: string } }} event
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  const isFile = uri.startsWith('/assets/') || uri.startsWith('/.well-known/') || /\.\w+$/.test(uri);
  if (!isFile) request.uri = '/index.html';
  return request;
}
