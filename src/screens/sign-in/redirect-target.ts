const here = 'https://here.invalid';

/**
 * Where to go after signing in, from the page's `?redirect=`: a path of this origin with its query and fragment. Anything that a browser
 * could take for another origin, or that leads back to signing in, becomes `/`.
 */
export function redirectTarget(search: string): string {
  const wanted = new URLSearchParams(search).get('redirect') ?? '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop some of them, so "/\t/evil" would be another origin
  if (!wanted.startsWith('/') || /[\u0000-\u001f\u007f\\]/.test(wanted) || !URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search: query, hash } = new URL(wanted, here);
  if (origin !== here || pathname.startsWith('//') || signIns.has(pathname)) return '/';
  return `${pathname}${query}${hash}`;
}

const signIns: ReadonlySet<string> = new Set(['/login', '/signup']);
