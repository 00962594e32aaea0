declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB's API over HTTP, in memory. */
  const dynalite: (options: { readonly createTableMs: number; readonly deleteTableMs: number }) => Server;
  export default dynalite;
}
