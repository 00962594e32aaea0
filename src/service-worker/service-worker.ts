import { type AppBuild, createAppFiles } from './app-files.ts';
import { takeOver } from './take-over.ts';

/** What is used of a service worker's globals; the types of a page and of a worker cannot stand in one program. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Written by the build (vite-service-worker.ts). */
declare const __APP_BUILD__: AppBuild;

const scope = globalThis as unknown as WorkerScope;
const files = createAppFiles(
  { caches: scope.caches, fetch: (path, init) => fetch(path, init), origin: scope.location.origin },
  __APP_BUILD__,
);

scope.addEventListener('install', (event) => event.waitUntil(files.install()));
scope.addEventListener('activate', (event) => event.waitUntil(files.tidy().then(() => scope.clients.claim())));
scope.addEventListener('message', ({ data }) => {
  if (data === takeOver) void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const path = files.fileFor(event.request);
  if (path !== null)
    event.respondWith(files.kept(path).then((file) => file ?? files.had(path, () => fetch(event.request))));
});
