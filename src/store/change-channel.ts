/** The way to the other tabs that have the same notes open. What comes in is not trusted: whoever listens parses it. */
export interface ChangeChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

/** All tabs of this origin that open a channel of this name. */
export function openBroadcastChannel(name: string): ChangeChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', (event) => listener(event.data)),
    close: () => channel.close(),
  };
}
