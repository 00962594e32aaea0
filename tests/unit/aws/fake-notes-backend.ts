import { createNotesApi } from '#src/aws/create-notes-api.ts';
import type { NotesApi } from '#src/aws/notes-api.ts';
import type { SignedRequest } from '#src/aws/notes-request.ts';
import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import { succeeded } from '#src/notes/result.ts';

const now = Date.parse('2026-11-22T20:00:00Z');

export function noteId(value: string): NoteId {
  const id = parseNoteId(value);
  if (id === undefined) throw new Error(`not an id: ${value}`);
  return id;
}

interface Backend {
  readonly api: NotesApi;
  readonly sent: Parameters<SignedRequest>[0][];
  readonly reports: string[];
}

/** A notes API over a backend that gives one and the same answer; `body` is text, or JSON. */
export function backendThatAnswers(status: number, body: unknown, headers: Record<string, string> = {}): Backend {
  const sent: Parameters<SignedRequest>[0][] = [];
  const reports: string[] = [];
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    sent,
    reports,
    api: createNotesApi({
      async send(request) {
        sent.push(request);
        return succeeded({ answer: { status, headers, text }, body: typeof body === 'string' ? undefined : body });
      },
      now: () => now,
      report: (problem) => reports.push(problem),
    }),
  };
}
