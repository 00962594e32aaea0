import * as v from 'valibot';
import type { Outputs } from './outputs.ts';

const Template = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    Resources: v.record(v.string(), v.object({ Type: v.string(), DeletionPolicy: v.optional(v.string()) })),
  }),
);

/** What a stack leaves behind when it is removed, one line each, as the template itself says it. */
export function keptBy(template: string, outputs: Outputs): readonly string[] {
  const inWords: Readonly<Record<string, string>> = {
    'AWS::DynamoDB::Table': 'the notes: a DynamoDB table',
    'AWS::S3::Bucket': `the files of the notes: the bucket ${outputs.UploadsBucketName}`,
    'AWS::Cognito::UserPool': `the accounts: the user pool ${outputs.UserPoolId}`,
    'AWS::Cognito::IdentityPool': `who is who: the identity pool ${outputs.IdentityPoolId}`,
  };
  return Object.entries(v.parse(Template, template).Resources)
    .filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith('Retain'))
    .map(([id, { Type }]) => `${inWords[Type] ?? Type} (${id})`);
}
