/** The made-up AWS account that the embedded AWS plays. */
export const account = {
  id: '123456789012',
  region: 'us-east-1',
  userPoolId: 'us-east-1_LocalPool',
  userPoolClientId: '1localclient2satchel3app45',
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
  apiId: 'localapi01',
  stage: 'prod',
  bucket: 'satchel-local-uploads',
  table: 'notes',
} as const;

export type PolicyName = 'satchel' | 'satchel-listing' | 'tutorial-2017' | 'tutorial-2018' | 'tutorial-both';
export type ApiProfile = 'versioned' | 'tutorial';

export interface LocalAwsSettings {
  /** Which IAM policy the authenticated role has (LOCAL_AWS_POLICY). */
  readonly policy: PolicyName;
  /** Which notes API answers (LOCAL_AWS_API). */
  readonly api: ApiProfile;
  /** Where data is kept (LOCAL_AWS_DIR); null: in memory. */
  readonly dir: string | null;
}
