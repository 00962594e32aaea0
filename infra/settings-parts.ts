import * as v from 'valibot';

/** It becomes part of names: of the stack, the API's stage and the uploads bucket, which has 63 characters at most. */
export const stage = v.pipe(
  text('a short name, such as prod or test'),
  v.regex(
    /^[a-z][a-z0-9]{0,9}$/,
    'must be up to 10 lower-case letters and digits, a letter first, such as prod or test.',
  ),
);

export const region = v.pipe(
  text('an AWS region, such as eu-central-1'),
  v.check((name) => !/^[a-z-]+\d[a-z]$/.test(name), 'is an availability zone: leave out the letter at its end.'),
  v.check((name) => !/^(cn|us-gov|us-iso)/.test(name), 'is outside of the AWS regions that this stack is written for.'),
  v.regex(/^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}$/, 'is not an AWS region: write it as in eu-central-1.'),
);

export const siteDomain = v.pipe(
  text('a host name, such as notes.example.com'),
  v.check((name) => !name.includes('/'), 'must be the bare host name, without https:// and without slashes.'),
  v.regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'is not a host name: lower-case letters, digits, hyphens and dots, such as notes.example.com.',
  ),
);

/** CloudFront takes certificates from there alone. https://docs.aws.amazon.com/acm/latest/userguide/acm-services.html */
export const certificateArn = v.pipe(
  text('the ARN of a certificate in ACM'),
  v.regex(
    /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]+$/,
    'is not the ARN of a certificate in ACM: arn:aws:acm:us-east-1:ACCOUNT:certificate/ID.',
  ),
  v.check(
    (arn) => arn.split(':')[3] === 'us-east-1',
    'is in another region than us-east-1, and CloudFront takes certificates from there alone: ask for one there.',
  ),
);

export const signUp = v.picklist(['open', 'invited'], 'must be open or invited.');

export const mfa = v.picklist(['off', 'optional'], 'must be off or optional.');

/** A variable of the environment is a word, the file has true and false. */
export const yesOrNo = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false'])], 'must be true or false.'),
  v.transform((value) => value === true || value === 'true'),
);

export const email = v.pipe(
  text('an e-mail address'),
  v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is not an e-mail address.'),
);

export const dollars = v.pipe(
  v.union(
    [v.number(), v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number))],
    'must be a number of US dollars a month, such as 5.',
  ),
  v.minValue(1, 'must be 1 US dollar or more.'),
  v.maxValue(1_000_000, 'must be 1,000,000 US dollars or less.'),
);

/** `wanted` says what belongs there. */
export function text(wanted: string) {
  return v.pipe(
    v.string(`must be ${wanted}.`),
    v.check((value) => value === value.trim(), 'has spaces around it: remove them.'),
    v.nonEmpty(`is empty: set it to ${wanted}, or leave it out.`),
  );
}
