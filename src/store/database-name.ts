/**
 * The name of one person's database for one backend: the pool's `sub`, the identity id and the API's address, so that two people on one
 * browser never meet, and a changed backend never empties the copy of the one before.
 */
export function databaseName(owner: {
  readonly sub: string;
  readonly identityId: string;
  readonly apiUrl: string;
}): string {
  const api = new URL(owner.apiUrl).href.replace(/\/$/, '');
  return ['satchel', owner.sub, owner.identityId, api].map(encodeURIComponent).join('/');
}
