import { createContext, runInContext } from 'node:vm';

/** Runs a CloudFront Function's code for a path, in a realm that has nothing of Node; the path that it makes of it. */
export function viewerFunction(code: string): (uri: string) => string {
  const realm = createContext({});
  runInContext(code, realm);
  return (uri) => {
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: '192.0.2.1' },
      request: { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} },
    };
    const answer: unknown = JSON.parse(runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, realm));
    const { uri: made } = answer as { readonly uri?: unknown };
    if (typeof made !== 'string' || !made.startsWith('/'))
      throw new Error(`The function must give back a request with a path, not ${JSON.stringify(answer)}.`);
    return made;
  };
}
