import { authenticatedRoleSession } from '../iam/role.ts';
import { AwsError } from '../service.ts';

/*
 * S3's refusals beyond those of the signature, with its codes and texts
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
 */

/** The wording that S3 has had since 2024 for callers of the bucket's own account. */
export const accessDenied = (action: string, resource: string) =>
  new AwsError(
    'AccessDenied',
    `User: ${authenticatedRoleSession} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`,
    403,
  );

export const notImplemented = () =>
  new AwsError('NotImplemented', 'A header you provided implies functionality that is not implemented.', 501);

export const methodNotAllowed = () =>
  new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);

export const invalidArgument = (message: string) => new AwsError('InvalidArgument', message);

export const invalidRequest = (message: string) => new AwsError('InvalidRequest', message);

export const noSuchBucket = () => new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);

export const noSuchKey = () => new AwsError('NoSuchKey', 'The specified key does not exist.', 404);

export const noSuchUpload = () =>
  new AwsError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    404,
  );

export const preconditionFailed = () =>
  new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);

export const badDigest = (what: string) =>
  new AwsError('BadDigest', `The ${what} you specified did not match the calculated checksum.`);

export const incompleteBody = () =>
  new AwsError('IncompleteBody', 'You did not provide the number of bytes specified by the Content-Length HTTP header');
