import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Failure } from '#src/notes/result.ts';
import type { StoreFailure } from '#src/store/note-store.ts';

/** What ends a round of sync. `notes missing`: so many notes are gone from AWS at once that a person has to look. */
export type RoundFailure = AwsFailure | StoreFailure | Failure<'notes missing'>;
