/** What is used of Trusted Types (https://w3c.github.io/trusted-types/), which not every browser has. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

/** The service worker, and what the build or the dev server makes of our own modules. */
const ownScripts = import.meta.env.DEV
  ? /^\/(service-worker\.js$|src\/|node_modules\/|@)/
  : /^\/(service-worker|assets\/[\w.-]+)\.js$/;

function ownScript(address: string): string {
  const { origin, pathname, href } = new URL(address, window.location.href);
  if (origin !== window.location.origin || !ownScripts.test(pathname))
    throw new TypeError(`${address} is no script of this app.`);
  return href;
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;

/**
 * The address of a script of our own, as workers take it under `require-trusted-types-for 'script'`. The page may have the policy `satchel`
 * once, so it is made here, for whoever asks first; everything else that a worker could be made of is refused.
 */
export function trustedScriptUrl(address: string | URL): string {
  const { trustedTypes } = window as { readonly trustedTypes?: PolicyFactory };
  if (trustedTypes === undefined) return ownScript(String(address));
  policy ??= trustedTypes.createPolicy('satchel', { createScriptURL: ownScript });
  // A TrustedScriptURL, which the types of the DOM do not know: they take the text that it stands for.
  return policy.createScriptURL(String(address)) as string;
}
