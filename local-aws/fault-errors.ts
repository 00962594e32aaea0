import { AwsError, type ServiceName } from './service.ts';

/** What each service says to tokens or credentials that have run out. */
export function expiredError(service: ServiceName, now: number): AwsError {
  switch (service) {
    case 'user-pool':
      return new AwsError('NotAuthorizedException', 'Access Token has expired');
    case 'identity-pool': {
      const seconds = Math.floor(now / 1000);
      return new AwsError('NotAuthorizedException', `Invalid login token. Token expired: ${seconds - 1} >= ${seconds}`);
    }
    case 'notes':
      return new AwsError('ExpiredTokenException', 'The security token included in the request is expired', 403);
    case 's3':
      return new AwsError('ExpiredToken', 'The provided token has expired.', 400);
  }
}

/** What each service says when it answers with a status. */
export function errorWithStatus(service: ServiceName, status: number): AwsError {
  const [code, message] = words[service][status] ?? words[service][status < 500 ? 400 : 500] ?? unknown;
  return new AwsError(code, message, status);
}

type Words = readonly [code: string, message: string];

const unknown: Words = ['InternalFailure', 'An internal error occurred.'];

const cognito: Readonly<Record<number, Words>> = {
  400: ['InvalidParameterException', 'The request is not valid.'],
  403: ['ForbiddenException', 'Request not allowed due to WAF block.'],
  429: ['TooManyRequestsException', 'Too many requests'],
  500: ['InternalErrorException', 'Something went wrong'],
  503: ['ServiceUnavailableException', 'Service Unavailable'],
};

const words: Readonly<Record<ServiceName, Readonly<Record<number, Words>>>> = {
  'user-pool': cognito,
  'identity-pool': cognito,
  notes: {
    400: ['BadRequestException', 'Bad Request'],
    403: ['ForbiddenException', 'Forbidden'],
    413: ['RequestEntityTooLargeException', 'Request Too Long'],
    429: ['TooManyRequestsException', 'Too Many Requests'],
    500: ['InternalServerErrorException', 'Internal server error'],
    502: ['InternalServerErrorException', 'Internal server error'],
    503: ['ServiceUnavailableException', 'Service Unavailable'],
    504: ['EndpointRequestTimedOutException', 'Endpoint request timed out'],
  },
  s3: {
    400: ['InvalidRequest', 'Invalid Request'],
    403: ['AccessDenied', 'Access Denied'],
    404: ['NoSuchKey', 'The specified key does not exist.'],
    412: ['PreconditionFailed', 'At least one of the pre-conditions you specified did not hold'],
    500: ['InternalError', 'We encountered an internal error. Please try again.'],
    503: ['SlowDown', 'Please reduce your request rate.'],
  },
};
