import { signRequest } from '@aws-amplify/core/internals/aws-client-utils';
import * as v from 'valibot';
import * as diagnoses from '../notes-api-diagnoses.ts';
import { parseJson } from '../parse-json.ts';
import { type Ask, detailsOf, type Seen } from './ask.ts';
import { type DoctorParts, fine, type Known, type Outcome, type Plan, passing, wrong } from './check.ts';

/** The notes API: whether it lets the page in, takes what is signed, and which contract it keeps. Only reads. */
export function apiChecks({ backend, origin, now }: DoctorParts, ask: Ask): readonly Plan[] {
  const url = new URL(`${backend.apiUrl}/notes`);
  /** What a signed request sends, so that a browser asks for leave to. */
  const headers = { authorization: 'none', 'x-amz-date': 'none', 'x-amz-security-token': 'none' };

  async function open(signal: AbortSignal): Promise<Outcome> {
    const plain = await ask({ url }, signal);
    if (plain.kind === 'unseen' && !plain.reached) return wrong(diagnoses.apiUnreachable(backend), detailsOf(plain));
    const asked =
      plain.kind === 'answer'
        ? await ask({ url, headers }, signal)
        : await ask({ url, headers, method: 'OPTIONS' }, signal);
    const details = [plain, asked].map(detailsOf).join('\n');
    if (plain.kind === 'answer') {
      if (plain.status === 200) return wrong(diagnoses.apiOpen, details);
      if (asked.kind === 'answer') return plain.status >= 500 ? passing(details) : welcome;
      if (origin === null) return passing(details);
      const isRefused = /missing authentication token|not found/i.test(plain.text);
      return wrong(isRefused ? diagnoses.noSuchRoute : diagnoses.apiWithoutCors(origin), details);
    }
    if (asked.kind === 'answer') return { kind: 'advice', diagnosis: diagnoses.refusalsHidden, details };
    return wrong(unreadable(plain), details);
  }

  function unreadable({ hidden }: Seen & { kind: 'unseen' }) {
    if (hidden === null || diagnoses.hasNoStage(backend)) return diagnoses.apiUnreadable(backend, origin ?? '');
    return /"forbidden"|not found/i.test(hidden.text) ? diagnoses.noSuchRoute : diagnoses.apiWithoutCors(origin ?? '');
  }

  async function signed({ ahead, keys }: Known, signal: AbortSignal): Promise<Outcome> {
    if (keys === undefined) throw new Error('There are no credentials.');
    const target = new URL(`${url.href}?since=0`);
    const { host, ...signedHeaders } = signRequest(
      { method: 'GET', url: target, headers: {} },
      {
        credentials: keys,
        signingDate: new Date(now() + ahead),
        signingRegion: backend.region,
        signingService: 'execute-api',
      },
    ).headers;
    const seen = await ask({ url: target, headers: signedHeaders }, signal);
    const details = detailsOf(seen);
    if (seen.kind === 'unseen') {
      if (!seen.reached) return passing(details);
      const told = seen.hidden === null ? null : refusalIn(seen.hidden.text);
      const known = told === null ? null : diagnoses.gatewayDiagnosis(diagnoses.gatewayRefusal('', told), backend);
      return wrong(known ?? diagnoses.refusedUnseen(backend), details);
    }
    const { status, text } = seen;
    if (status === 200) return answered(seen);
    if (status >= 500) return wrong(diagnoses.apiFails, details);
    if (status === 403) {
      const type = seen.headers.get('x-amzn-errortype') ?? '';
      const found = diagnoses.gatewayDiagnosis(diagnoses.gatewayRefusal(type, refusalIn(text)), backend);
      return found === null ? passing(details) : wrong(found, details);
    }
    return status === 429
      ? passing(details)
      : wrong(status === 404 ? diagnoses.noSuchRoute : diagnoses.apiStrange, details);
  }

  return [
    {
      id: 'api cors',
      title: { message: 'Notes API, from this page' },
      needs: ['reach'],
      needsOrigin: true,
      run: (_, signal) => open(signal),
    },
    {
      id: 'api',
      title: { message: 'Notes API, signed' },
      needs: ['credentials', 'api cors'],
      needsPerson: true,
      run: signed,
    },
    {
      id: 'api date',
      title: { message: 'Notes API, its time' },
      needs: ['api'],
      needsPerson: true,
      needsOrigin: true,
      run: async ({ showsDate }) =>
        showsDate === true
          ? fine({ message: 'It shows its time, so that a wrong clock is made up for.' })
          : { kind: 'advice', diagnosis: diagnoses.dateHidden, details: '' },
    },
    {
      id: 'profile',
      title: { message: 'Kind of notes API' },
      needs: ['api'],
      needsPerson: true,
      run: async ({ profile }) =>
        fine(
          profile === 'versioned'
            ? { message: 'Satchel’s own: it keeps versions, so that no device overwrites another.' }
            : { message: 'The tutorial’s: it keeps no versions, and a list of more than 1 MB is cut.' },
        ),
    },
  ];
}

const welcome = fine({ message: 'It lets this page in.' });

function answered(seen: Seen & { kind: 'answer' }): Outcome {
  const body = parseJson(seen.text);
  const profile = Array.isArray(body) ? 'tutorial' : v.is(ChangesSchema, body) ? 'versioned' : null;
  if (profile === null) return wrong(diagnoses.apiStrange, detailsOf(seen));
  return fine(
    { message: 'It takes your signature and gives out your notes.' },
    { profile, showsDate: seen.headers.has('date') },
  );
}

/** IAM's refusals have a capital letter that the others have not. */
function refusalIn(text: string): string {
  const body = v.safeParse(RefusalSchema, parseJson(text));
  return body.success ? (body.output.message ?? body.output.Message ?? '') : '';
}

const ChangesSchema = v.object({ notes: v.array(v.unknown()), cursor: v.string() });
const RefusalSchema = v.object({ message: v.optional(v.string()), Message: v.optional(v.string()) });
