import * as v from 'valibot';
import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import type { WireNote } from './notes-api.ts';

export const NoteIdSchema: v.GenericSchema<unknown, NoteId> = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const id = parseNoteId(dataset.value);
    if (id !== undefined) return id;
    addIssue({ message: 'not a note id' });
    return NEVER;
  }),
);

export const VersionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const TimeSchema = v.nullish(v.number(), null);

/** An item of either profile. A `content` of null is an empty note; the tutorial's items have no version, which is version 0. */
export const WireNoteSchema = v.pipe(
  v.object({
    noteId: NoteIdSchema,
    content: v.nullish(v.string(), ''),
    attachment: v.nullish(v.string(), null),
    createdAt: TimeSchema,
    updatedAt: TimeSchema,
    version: v.optional(VersionSchema, 0),
  }),
  v.transform(({ noteId, ...rest }): WireNote => ({ id: noteId, ...rest })),
);
