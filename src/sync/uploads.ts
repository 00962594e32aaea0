import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { NoteId } from '#src/notes/note-id.ts';

/** One file on its way to S3. */
export interface Upload {
  readonly id: string;
  readonly noteId: NoteId;
  readonly name: string;
  readonly totalBytes: number;
  readonly sentBytes: number;
  readonly state:
    | { readonly kind: 'sending' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly failure: AwsFailure };
}
