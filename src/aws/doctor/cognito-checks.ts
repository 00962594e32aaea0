import * as v from 'valibot';
import { clientDiagnosis, clientOfAnotherPool, identityPoolDiagnosis, noSuchUserPool } from '../cognito-diagnoses.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { parseJson } from '../parse-json.ts';
import { type Ask, detailsOf, type Seen } from './ask.ts';
import { type DoctorParts, fine, type Outcome, type Plan, passing, untold, type Visitor, wrong } from './check.ts';

/** Where Cognito answers on AWS. */
export const cognitoEndpoints = (region: string): DoctorParts['endpoints'] => ({
  userPool: `https://cognito-idp.${region}.amazonaws.com`,
  identityPool: `https://cognito-identity.${region}.amazonaws.com`,
});

/** The way to AWS, the clock, and the two pools. */
export function cognitoChecks(parts: DoctorParts, ask: Ask, visitor: Visitor): readonly Plan[] {
  const { backend, endpoints, now } = parts;
  const provider = `cognito-idp.${backend.region}.amazonaws.com/${backend.userPoolId}`;
  const call = (address: string, target: string, body: object, signal: AbortSignal) =>
    ask(
      {
        url: `${address}/`,
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
        body: JSON.stringify(body),
      },
      signal,
    );
  const identity = (action: string, body: object, signal: AbortSignal) =>
    call(endpoints.identityPool, `AWSCognitoIdentityService.${action}`, body, signal);
  /** The first step of signing in, for a name that nobody has. Nothing comes of it. */
  const firstStep = (signal: AbortSignal) =>
    call(
      endpoints.userPool,
      'AWSCognitoIdentityProviderService.InitiateAuth',
      {
        AuthFlow: 'USER_SRP_AUTH',
        ClientId: backend.userPoolClientId,
        AuthParameters: { USERNAME: 'satchel-connection-check', SRP_A: '5a'.repeat(384) },
      },
      signal,
    );
  let first: Seen | null = null;

  return [
    {
      id: 'reach',
      title: { message: 'The way to AWS' },
      needs: ['settings'],
      async run(_, signal) {
        first = await firstStep(signal);
        return first.kind === 'answer' ? fine({ message: 'AWS answers.' }) : wrong(noWay, detailsOf(first));
      },
    },
    {
      id: 'clock',
      title: { message: 'Clock' },
      needs: ['reach'],
      async run() {
        const date = first?.kind === 'answer' ? Date.parse(first.headers.get('date') ?? '') : Number.NaN;
        if (Number.isNaN(date)) return untold({ message: 'AWS did not show its time.' });
        const ahead = date - now();
        const minutes = Math.round(Math.abs(ahead) / 60_000);
        if (minutes < 5) return fine({ message: 'The clock of this device is right.' });
        return wrong(
          wrongClock(minutes, ahead > 0),
          `${new Date(date).toUTCString()} / ${new Date(now()).toUTCString()}`,
          {
            ahead,
          },
        );
      },
    },
    {
      id: 'user pool',
      title: { message: 'User pool' },
      needs: ['reach'],
      async run(_, signal) {
        const seen = await ask({ url: `${endpoints.userPool}/${backend.userPoolId}/.well-known/jwks.json` }, signal);
        if (seen.kind === 'unseen') return untold({ message: 'AWS does not tell this to a page here.' });
        if (seen.status === 200) return fine({ message: 'It is there.' });
        return seen.status < 500 ? wrong(noSuchUserPool(backend), detailsOf(seen)) : passing(detailsOf(seen));
      },
    },
    {
      id: 'client',
      title: { message: 'App client' },
      needs: ['user pool'],
      async run() {
        if (first?.kind !== 'answer') throw new Error('The way to AWS was not looked at.');
        const { name, message } = refusalIn(first);
        const diagnosis = clientDiagnosis(name, message, backend);
        if (diagnosis !== null) return wrong(diagnosis, detailsOf(first));
        return isPassing(first, name) ? passing(detailsOf(first)) : fine({ message: 'It is there, without a secret.' });
      },
    },
    {
      id: 'session',
      title: { message: 'Your session' },
      needs: ['client'],
      needsPerson: true,
      async run() {
        if (visitor.kind === 'refused') return wrong(visitor.diagnosis, visitor.details);
        if (visitor.kind === 'nobody') throw new Error('Nobody is signed in.');
        const { issuer, client } = visitor.tokens;
        const pool = issuer.slice(issuer.lastIndexOf('/') + 1);
        return pool === backend.userPoolId && client === backend.userPoolClientId
          ? fine({ message: 'The tokens are of this user pool and this app client.' })
          : wrong(clientOfAnotherPool(backend, pool), `${issuer}, ${client}`);
      },
    },
    {
      id: 'identity pool',
      title: { message: 'Identity pool' },
      needs: ['reach', 'user pool', 'client', ...(visitor.kind === 'nobody' ? [] : ['session'])],
      async run(_, signal) {
        // For nobody, a token that is none: the pool tells whether it trusts the user pool before it reads it, and makes no guest.
        const token = visitor.kind === 'tokens' ? visitor.tokens.idToken : 'none';
        const { identityPoolId } = backend;
        const seen = await identity('GetId', { IdentityPoolId: identityPoolId, Logins: { [provider]: token } }, signal);
        if (seen.kind === 'unseen') return passing(detailsOf(seen));
        const found = v.safeParse(IdSchema, parseJson(seen.text));
        const trusted = { message: 'It is there, and trusts the user pool.' };
        if (found.success) return fine(trusted, { identityId: found.output.IdentityId });
        const refused = refusedBy(seen, (name, message) => identityPoolDiagnosis(name, message, backend));
        const isUnread = visitor.kind === 'nobody' && /login token/i.test(refusalIn(seen).message);
        return isUnread ? fine(trusted) : refused;
      },
    },
    {
      id: 'credentials',
      title: { message: 'Credentials' },
      needs: ['identity pool', 'session'],
      needsPerson: true,
      async run({ identityId }, signal) {
        const token = visitor.kind === 'tokens' ? visitor.tokens.idToken : '';
        const body = { IdentityId: identityId, Logins: { [provider]: token } };
        const seen = await identity('GetCredentialsForIdentity', body, signal);
        if (seen.kind === 'unseen') return passing(detailsOf(seen));
        const found = v.safeParse(CredentialsSchema, parseJson(seen.text));
        if (!found.success) return refusedBy(seen, (name, message) => identityPoolDiagnosis(name, message, backend));
        const { AccessKeyId, SecretKey, SessionToken } = found.output.Credentials;
        const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
        return fine({ message: 'AWS gives you temporary credentials.' }, { keys });
      },
    },
  ];
}

function refusedBy(
  seen: Seen & { kind: 'answer' },
  diagnose: (name: string, message: string) => Diagnosis | null,
): Outcome {
  const { name, message } = refusalIn(seen);
  const diagnosis = diagnose(name, message);
  return diagnosis === null ? passing(detailsOf(seen)) : wrong(diagnosis, detailsOf(seen));
}

const noWay: Diagnosis = {
  message: 'Nothing comes back from AWS.',
  change: {
    message:
      'Check the network of this device, and whether an ad blocker, a firewall or a proxy keeps amazonaws.com away.',
  },
  where: null,
};

/** Cognito corrects nothing: what is signed with this clock is refused from 15 minutes on. */
const wrongClock = (minutes: number, behind: boolean): Diagnosis => ({
  ...(behind
    ? { message: 'The clock of this device is {minutes} minutes slow.' }
    : { message: 'The clock of this device is {minutes} minutes fast.' }),
  values: { minutes },
  change: {
    message: 'Set the clock, or have the device set it by itself. AWS refuses what is more than 15 minutes off.',
  },
  where: null,
});

function refusalIn({ headers, text }: Seen & { kind: 'answer' }): { readonly name: string; readonly message: string } {
  const body = v.safeParse(RefusalSchema, parseJson(text));
  if (!body.success) return { name: '', message: '' };
  const named = headers.get('x-amzn-errortype') ?? body.output.__type;
  return { name: named.replace(/:.*$/, '').replace(/^.*#/, ''), message: body.output.message };
}

const isPassing = ({ status }: Seen & { kind: 'answer' }, name: string) =>
  status >= 500 || /^(TooManyRequests|LimitExceeded|InternalError)/.test(name);

const RefusalSchema = v.object({ __type: v.optional(v.string(), ''), message: v.optional(v.string(), '') });
const IdSchema = v.object({ IdentityId: v.string() });
const CredentialsSchema = v.object({
  Credentials: v.object({ AccessKeyId: v.string(), SecretKey: v.string(), SessionToken: v.string() }),
});
