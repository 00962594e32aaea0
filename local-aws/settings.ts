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
  /** Another user pool of the same account, which has no users and which the identity pool does not trust. */
  otherUserPoolId: 'us-east-1_OtherPool',
  otherUserPoolClientId: '2otherclient3another4app56',
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
  /** What is set up wrong on purpose. */
  readonly mistakes?: readonly Mistake[];
}

/**
 * What people get wrong in their account:
 * - `client-with-secret`     the app client was made with a secret
 * - `no-provider`            the identity pool trusts the other user pool
 * - `old-api-in-policy`      the role names an API that has been replaced
 * - `refusals-without-cors`  API Gateway's own refusals have no CORS headers, as before 2019
 * - `api-without-cors`       OPTIONS is no method of the API
 * - `bucket-without-cors`    the bucket has no CORS configuration
 * - `policy-without-…`       our policy without that action
 */
export type Mistake =
  | 'client-with-secret'
  | 'no-provider'
  | 'old-api-in-policy'
  | 'refusals-without-cors'
  | 'api-without-cors'
  | 'bucket-without-cors'
  | 'policy-without-delete'
  | 'policy-without-abort';
