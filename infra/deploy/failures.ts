/** What AWS's tools say when something is wrong, and what a person can do about it. */
const known: readonly (readonly [RegExp, string])[] = [
  [
    /ExpiredToken|token (included in the request )?(is|has) expired|expired AWS credentials/i,
    'Your AWS session has expired: sign in again (aws login or aws sso login, or new keys in the environment).',
  ],
  [
    /no credentials have been configured|CredentialsProviderError|Could not load credentials|Unable to locate credentials/i,
    'There are no AWS credentials: set AWS_PROFILE to a profile that has some, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ],
  [
    // All that CDK says where AWS does not tell it whose the credentials are.
    /Unable to resolve AWS account/,
    'AWS did not take these credentials, or could not be reached: check AWS_PROFILE, or the two keys, for a letter too much or too few; then the network, a proxy, and the name of the region.',
  ],
  [
    /UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch/,
    'AWS does not know these credentials: check AWS_PROFILE, or the two keys, for a letter too much or too few.',
  ],
  [
    /Region is missing|specify a region|Missing region/i,
    'No region is chosen: set SATCHEL_REGION or AWS_REGION, for example to eu-central-1.',
  ],
  [
    /AccessDenied|not authorized to perform/,
    'AWS denied a step to these credentials: the lines above name the action that they need. Use credentials that may make the stack.',
  ],
  [
    /ROLLBACK|CREATE_FAILED|UPDATE_FAILED/,
    'CloudFormation could not make the change and took it back: the first line above that says FAILED has the reason.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/,
    'AWS could not be reached: check the network, a proxy, and the name of the region.',
  ],
];

/** One sentence or two for what a command has printed as it failed. */
export const sentenceFor = (output: string): string =>
  known.find(([pattern]) => pattern.test(output))?.[1] ?? 'It failed for the reason that the lines above give.';

/** Whether CDK has never been used in this account and region, or by a version that is too old. */
export const isNotPrepared = (output: string): boolean =>
  /cdk-bootstrap\/\w+\/version not found|been bootstrapped|requires bootstrap stack version/i.test(output);
