/** On every answer, refusals of API Gateway's own included. Amplify needs `Date` to correct a wrong clock. */
export const answerCors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Date, Retry-After, x-amzn-ErrorType',
} as const;

/** What API Gateway answers to a preflight. Requests carry no cookies, so any origin may ask. */
export const preflightCors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
  'access-control-allow-headers': 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Amz-User-Agent',
  'access-control-max-age': '7200',
} as const;
