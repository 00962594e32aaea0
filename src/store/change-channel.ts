/** The way to the other tabs that have the same notes open. What comes in is not trusted: the listener parses it. */
export interface ChangeChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}
export function openBroadcastChannel(name: string): ChangeChannel {
  throw new Error(name);
}
