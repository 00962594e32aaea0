import type { AmplifyLoader } from './amplify-loader.ts';
import { createFileStorage } from './create-file-storage.ts';
import { createNotesApi } from './create-notes-api.ts';
import type { Credentials } from './credentials.ts';
import type { FileStorage } from './file-storage.ts';
import type { NotesApi } from './notes-api.ts';
import { signedRequest } from './notes-request.ts';
import type { SessionGate } from './session-gate.ts';

/** What sync talks to. */
export interface Connection {
  readonly notesApi: NotesApi;
  readonly files: FileStorage;
}

export function createConnection(parts: {
  readonly amplify: AmplifyLoader;
  readonly credentials: Credentials;
  readonly gate: Pick<SessionGate, 'ending'>;
  readonly region: string;
  readonly fetch: typeof fetch;
  /** ms since 1970 */
  readonly now: () => number;
  readonly report: (problem: string) => void;
  /** Where an address of the bucket really is. */
  readonly locate: (address: URL) => URL;
}): Connection {
  const { amplify, credentials, gate } = parts;
  return {
    notesApi: createNotesApi({ ...parts, send: signedRequest(amplify, credentials, gate) }),
    files: createFileStorage(parts),
  };
}
