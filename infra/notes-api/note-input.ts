import * as v from 'valibot';
import type { Answer } from './answer.ts';
import { refused } from './answer.ts';
import { ATTACHMENT_BYTES, CONTENT_BYTES } from './limits.ts';

const Text = v.pipe(v.string(), v.check(isWellFormed));

const Attachment = v.pipe(
  Text,
  v.check((key) => Buffer.byteLength(key) <= ATTACHMENT_BYTES),
);

const fields = {
  content: v.nullable(Text),
  attachment: v.optional(v.nullable(Attachment), null),
};

const CreateInput = v.object({ ...fields, noteId: v.nullish(v.pipe(v.string(), v.uuid())) });
const UpdateInput = v.object({ ...fields, version: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))) });

/** The body of `POST /notes`. Fields that are not named here are ignored, as the tutorial's function does. */
export type CreateInput = v.InferOutput<typeof CreateInput>;
/** The body of `PUT /notes/{id}`. */
export type UpdateInput = v.InferOutput<typeof UpdateInput>;

export type Parsed<T> = { readonly input: T } | { readonly refusal: Answer };

export const parseCreate = (body: string | null): Parsed<CreateInput> => parse(CreateInput, body);
export const parseUpdate = (body: string | null): Parsed<UpdateInput> => parse(UpdateInput, body);

const rules: Readonly<Record<string, string>> = {
  content: 'content must be text or null.',
  attachment: `attachment must be text of at most ${ATTACHMENT_BYTES} bytes, or null.`,
  noteId: 'noteId must be a UUID.',
  version: 'version must be a whole number, 0 or more.',
};

function parse<T extends { readonly content: string | null }>(
  schema: v.GenericSchema<unknown, T>,
  body: string | null,
): Parsed<T> {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), body);
  if (!json.success) return { refusal: refused(400, 'The body must be a JSON object.') };
  const parsed = v.safeParse(schema, json.output);
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]);
    return { refusal: refused(400, (field && rules[field]) ?? 'The body is not valid.') };
  }
  const bytes = Buffer.byteLength(parsed.output.content ?? '');
  if (bytes > CONTENT_BYTES) {
    return { refusal: refused(413, `content has ${bytes} bytes; a note may have ${CONTENT_BYTES}.`) };
  }
  return { input: parsed.output };
}

/** No half of a surrogate pair: DynamoDB stores UTF-8, which cannot hold one. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
