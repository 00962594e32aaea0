export function databaseName(owner: {
  readonly sub: string;
  readonly identityId: string;
  readonly apiUrl: string;
}): string {
  throw new Error(owner.sub);
}
