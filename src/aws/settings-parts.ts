import * as v from 'valibot';

/** The region alone, `eu-central-1`. */
export const region = v.pipe(
  value('the AWS region of your backend, such as eu-central-1'),
  v.check((text) => !/^[a-z-]+\d[a-z]$/.test(text), 'is an availability zone: leave out the letter at its end.'),
  v.regex(/^[a-z]{2,5}(-[a-z]+){1,2}-\d{1,2}$/, 'is not an AWS region: write it as in eu-central-1.'),
);

/** A bucket whose name can stand in a host name under AWS's certificate. */
export const bucket = v.pipe(
  value('the name of the S3 bucket for attachments'),
  v.check(
    (text) => !/^(s3|https?|arn):/.test(text),
    'must be the bare name of the bucket, without s3://, https:// or arn:.',
  ),
  v.check(
    (text) => !text.includes('.'),
    'has a dot in it, and a browser cannot reach such a bucket over HTTPS: use a bucket without dots in its name.',
  ),
  v.regex(
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    'is not the name of a bucket: 3 to 63 lower-case letters, digits and hyphens, nothing else.',
  ),
);

export const userPoolId = (home: string | null) =>
  v.pipe(
    value('the id of the Cognito user pool, such as eu-central-1_AbCdEfGhI'),
    v.regex(/^[a-z0-9-]+_[A-Za-z0-9]+$/, 'is not the id of a user pool: write it as in eu-central-1_AbCdEfGhI.'),
    inRegion(home, (text) => text.split('_')[0]),
  );

export const userPoolClientId = v.pipe(
  value("the id of the user pool's app client, such as 4k2j9v7qm1c8x3b6n5l0p2r7ta"),
  v.check(
    (text) => !/^[a-z]+-[a-z]+-\d_/.test(text),
    'is the id of the user pool: the id of its app client belongs here.',
  ),
  v.regex(/^[A-Za-z0-9+]{10,128}$/, 'is not the id of an app client: about 26 letters and digits.'),
);

export const identityPoolId = (home: string | null) =>
  v.pipe(
    value('the id of the Cognito identity pool, a region, a colon and a UUID'),
    v.regex(
      /^[a-z0-9-]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'is not the id of an identity pool: a region, a colon and a UUID, as in eu-central-1:5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45.',
    ),
    inRegion(home, (text) => text.split(':')[0]),
  );

export const attachmentsPrefix = v.pipe(
  value('how the keys of new attachments begin, such as {identityId}/'),
  v.check(
    (text) => text.split('{identityId}').length === 2,
    'must hold {identityId} once: it stands for the person, and no one else may touch what is under it.',
  ),
  v.check((text) => !text.startsWith('/'), 'must not begin with a slash.'),
  v.regex(/[/-]$/, 'must end with a slash or a hyphen, so that the name of the file stands apart.'),
  v.regex(
    /^[A-Za-z0-9!_.*'()/{}-]+$/,
    "may hold letters, digits and / ! - _ . * ' ( ) only: other characters make trouble in the keys of objects.",
  ),
);

/** In MB; the output is in bytes. 5 GiB is the most that S3 takes in one piece. */
export const maxAttachmentMb = v.pipe(
  value('the largest attachment in MB, such as 100'),
  v.regex(/^\d+(\.\d+)?$/, 'is not a number: write the largest attachment in MB, such as 100.'),
  v.transform((text) => Math.floor(Number(text) * 1024 * 1024)),
  v.minValue(1, 'must be more than 0.'),
  v.maxValue(5120 * 1024 * 1024, 'must be 5120 at most, which is as much as S3 takes.'),
);

export const signUp = v.picklist(
  ['open', 'invited'],
  'must be open, or invited where the user pool lets nobody sign up.',
);

/** A setting as such: there, without quotes or spaces around it, and filled in. `what` completes "set it to …". */
export function value(what: string) {
  return v.pipe(
    v.string(`is missing: set it to ${what}.`),
    v.check((text) => !/^[\s"'`]|[\s"'`]$/.test(text), 'has quotes or spaces around it: remove them.'),
    v.check((text) => !placeholder.test(text), `still has a placeholder in it: set it to ${what}.`),
  );
}

/** What examples and guides put where a value of one's own belongs. */
const placeholder = /YOUR_|(^|\/\/)your[-_]|<[^>]*>|\[[^\]]*\]|x{4,}|change[-_]?me|replace[-_]?me|\.\.\.|…/i;

/** The text's own region must be the one that VITE_REGION names. */
export const inRegion = (home: string | null, regionOf: (text: string) => string | undefined) =>
  v.check<string, (issue: v.CheckIssue<string>) => string>(
    (text) => home === null || regionOf(text) === home,
    ({ input }) => `is in ${regionOf(input)}, but VITE_REGION is ${home}: all parts must be in one region.`,
  );
