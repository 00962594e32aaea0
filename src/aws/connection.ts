import type { AmplifyLoader } from './amplify-loader.ts';
import { createNotesApi } from './create-notes-api.ts';
import { createObjectStorage, type ObjectStorageParts } from './create-object-storage.ts';
import type { NotesApi } from './notes-api.ts';
import { signedRequest } from './notes-request.ts';
import type { ObjectStorage } from './object-storage.ts';

/** What sync talks to. */
export interface Connection {
  readonly notesApi: NotesApi;
  readonly objects: ObjectStorage;
}

export interface ConnectionParts extends ObjectStorageParts {
  readonly amplify: AmplifyLoader;
  readonly report: (problem: string) => void;
}

export function createConnection(parts: ConnectionParts): Connection {
  const { amplify, credentials, gate } = parts;
  return {
    notesApi: createNotesApi({ ...parts, send: signedRequest(amplify, credentials, gate) }),
    objects: createObjectStorage(parts),
  };
}
