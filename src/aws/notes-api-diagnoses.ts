import type { Backend, Diagnosis } from './diagnosis.ts';

const apis = 'API Gateway → APIs';
const roles = 'IAM → Roles → the role for signed-in people → Permissions';

/** The id of an API under AWS's own name. */
const apiIdOf = ({ apiUrl }: Pick<Backend, 'apiUrl'>) =>
  /^https:\/\/([a-z0-9]+)\.execute-api\./.exec(apiUrl)?.[1] ?? null;

/** What lets signed-in people call it. */
const invokeStatement = (backend: Pick<Backend, 'apiUrl' | 'region'>): string =>
  JSON.stringify(
    {
      Effect: 'Allow',
      Action: ['execute-api:Invoke'],
      Resource: [`arn:aws:execute-api:${backend.region}:*:${apiIdOf(backend) ?? 'API_ID'}/*`],
    },
    null,
    2,
  );

export const apiUnreachable = ({ apiUrl }: Backend): Diagnosis => ({
  message: 'Nothing answers at the address of the notes API, {host}.',
  values: { host: new URL(apiUrl).host },
  change: {
    message: 'Compare VITE_API_URL with the invoke URL of the API’s stage: its id and region must be the same.',
  },
  where: `${apis} → Stages → Invoke URL`,
});

/** It answers, but not so that the page may read it. */
export const apiUnreadable = (backend: Backend, origin: string): Diagnosis =>
  hasNoStage(backend)
    ? noStage
    : {
        message:
          'The notes API answers, but does not let {origin} read it: CORS is off, or the stage or path is wrong.',
        values: { origin },
        change: {
          message:
            'Compare VITE_API_URL with the invoke URL of the stage. If it is right, enable CORS for /notes and /notes/{id}, with an OPTIONS method, and deploy the API.',
          values: { id: '{id}' },
        },
        where: `${apis} → Stages → Invoke URL, and Resources → /notes → Enable CORS`,
      };

const noStage: Diagnosis = {
  message: 'VITE_API_URL has no stage, and the notes API knows none without a name.',
  change: { message: 'Add the stage at the end of VITE_API_URL, such as /prod.' },
  where: `${apis} → Stages`,
};

export const hasNoStage = ({ apiUrl }: Pick<Backend, 'apiUrl'>): boolean =>
  apiIdOf({ apiUrl }) !== null && new URL(apiUrl).pathname === '/';

export const apiWithoutCors = (origin: string): Diagnosis => ({
  message: 'The notes API is there, but CORS does not let {origin} in.',
  values: { origin },
  change: {
    message: 'Enable CORS for /notes and /notes/{id}, with an OPTIONS method, and deploy the API.',
    values: { id: '{id}' },
  },
  where: `${apis} → Resources → /notes → Enable CORS`,
});

/** “Missing Authentication Token”: what API Gateway says to an unsigned request, and where it has no such path. */
export const noSuchRoute: Diagnosis = {
  message: 'The notes API has no /notes at this address: the stage or the path in VITE_API_URL is wrong.',
  change: { message: 'Set VITE_API_URL to the invoke URL of the stage, without anything behind the stage.' },
  where: `${apis} → Stages → Invoke URL`,
};

/** A refusal that CORS hides: what API Gateway did before 2019. */
export const refusedUnseen = (backend: Backend): Diagnosis => ({
  message:
    'The notes API refuses signed requests and hides the reason: most often the role names the id of an older API.',
  change: { message: 'Have the policy of the role for signed-in people name this API.' },
  where: roles,
  statement: invokeStatement(backend),
});

export const refusalsHidden: Diagnosis = {
  message: 'Refusals of the API Gateway come without CORS headers, so that the app cannot tell why something fails.',
  change: {
    message: 'Give the gateway responses “Default 4XX” and “Default 5XX” the header Access-Control-Allow-Origin.',
  },
  where: `${apis} → Gateway responses`,
};

export const invokeDeniedMessage = 'The role for signed-in people may not use the notes API.';

const invokeDenied = (backend: Pick<Backend, 'apiUrl' | 'region'>): Diagnosis => ({
  message: invokeDeniedMessage,
  change: { message: 'Allow execute-api:Invoke on this API in the policy of that role.' },
  where: roles,
  statement: invokeStatement(backend),
});

export const signatureMismatch: Diagnosis = {
  message: 'The notes API takes our signature for wrong: the region or the stage in VITE_API_URL does not fit.',
  change: {
    message:
      'VITE_REGION must be the region of the API. With a domain of your own, its mapping must lead to the stage without changing the path.',
  },
  where: `${apis} → Stages, and Custom domain names → API mappings`,
};

const keysUnknown: Diagnosis = {
  message: 'The notes API does not know the credentials of the identity pool.',
  change: {
    message: 'Sign out and in again. If this stays, the API is in an account of its own that must let this one in.',
  },
  where: null,
};

export const apiOpen: Diagnosis = {
  message: 'The notes API answers without a signature: anybody can call it.',
  change: { message: 'Set the authorization of all its methods to AWS IAM, and deploy the API.' },
  where: `${apis} → Resources → Method request → Authorization`,
};

export const apiFails: Diagnosis = {
  message: 'The notes API let us in, but its function fails.',
  change: {
    message:
      'Look into the function’s log. Its role must be allowed to use the table, and the name of the table must be right.',
  },
  where: 'Lambda → Functions → the notes function → Monitor → CloudWatch logs',
};

export const apiStrange: Diagnosis = {
  message: 'Something answers at VITE_API_URL, but not as a notes API does.',
  change: { message: 'Set VITE_API_URL to the address of your notes API.' },
  where: `${apis} → Stages → Invoke URL`,
};

export const dateHidden: Diagnosis = {
  message: 'The notes API does not show its time (Date) to the app, so that a wrong clock cannot be made up for.',
  change: { message: 'Add Date to Access-Control-Expose-Headers of its answers, and of the gateway responses.' },
  where: `${apis} → Gateway responses, and the function’s own headers`,
};

type GatewayRefusal = 'clock' | 'stale' | 'signature' | 'no route' | 'denied' | 'forbidden';

/**
 * API Gateway's kinds of 403, by their error type where CORS shows it, else by their words.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function gatewayRefusal(type: string, message: string): GatewayRefusal {
  if (/signature (expired|not yet current)/i.test(message)) return 'clock';
  if (/^(ExpiredToken|UnrecognizedClient)/.test(type) || /security token.*(expired|invalid)/i.test(message))
    return 'stale';
  if (/^InvalidSignature/.test(type) || /signature we calculated|credential should be scoped/i.test(message))
    return 'signature';
  // Unsigned, which Amplify does where credentials were missing, or an address that is no route: the answers are the same.
  if (/^MissingAuthenticationToken/.test(type) || /missing authentication token/i.test(message)) return 'no route';
  return /^forbidden$/i.test(message.trim()) ? 'forbidden' : 'denied';
}

/** What such a refusal of a signed request shows to be set up wrong; null: nothing but the clock. */
export function gatewayDiagnosis(
  refusal: GatewayRefusal,
  backend: Pick<Backend, 'apiUrl' | 'region'>,
): Diagnosis | null {
  switch (refusal) {
    case 'clock':
      return null;
    case 'stale':
      return keysUnknown;
    case 'signature':
      return signatureMismatch;
    case 'no route':
      return hasNoStage(backend) ? noStage : noSuchRoute;
    default:
      return hasNoStage(backend) ? noStage : invokeDenied(backend);
  }
}
