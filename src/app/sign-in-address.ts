/** The address of the sign-in page that leads back to `path` (of this origin, with its query). */
export const signInAddress = (path: string): string =>
  path === '/' ? '/login' : `/login?${new URLSearchParams({ redirect: path })}`;
