import type { Check, Connection } from '#src/services.ts';
import type { PlainMessage, Words } from '#src/words/words.ts';

export const stateWords: Readonly<Record<Check['state']['kind'], PlainMessage>> = {
  waiting: 'Waiting',
  running: 'Checking',
  fine: 'Fine',
  advice: 'Could be better',
  wrong: 'Wrong',
  skipped: 'Not checked',
};

type Facts = readonly (readonly [name: string, value: string])[];

type Backend = Pick<
  Connection,
  'region' | 'apiUrl' | 'bucket' | 'attachmentsPrefix' | 'userPoolId' | 'userPoolClientId' | 'identityPoolId'
>;

/** What is checked, by the names that the AWS console has for it. */
export const factsOf = (backend: Backend, { t }: Words): Facts => [
  [t('Region'), backend.region],
  [t('Notes API'), backend.apiUrl],
  [t('Bucket'), backend.bucket],
  [t('Prefix of files'), backend.attachmentsPrefix],
  [t('User pool'), backend.userPoolId],
  [t('App client'), backend.userPoolClientId],
  [t('Identity pool'), backend.identityPoolId],
];

/** All checks as a text to be sent to whoever helps. It holds no token, no key and nothing of a note. */
export const reportText = (checks: readonly Check[], facts: Facts, words: Words): string =>
  [reportHead(facts, words), '', ...checks.map((check) => reportOn(check, words))].join('\n');

export const reportHead = (facts: Facts, { t }: Words): string =>
  [t('Connection check of Satchel'), ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n');

export const reportOn = ({ title, state }: Check, words: Words): string =>
  [`[${words.t(stateWords[state.kind])}] ${words.told(title)}`, ...linesOf(state, words)].join('\n');

function linesOf(state: Check['state'], { t, told }: Words): readonly string[] {
  switch (state.kind) {
    case 'fine':
      return [`  ${told(state.told)}`];
    case 'skipped':
      return [`  ${told(state.why)}`];
    case 'advice':
    case 'wrong': {
      const { diagnosis, details } = state;
      return [
        `  ${told(diagnosis)}`,
        `  ${t('What to change')}: ${told(diagnosis.change)}`,
        ...(diagnosis.where === null ? [] : [`  ${t('Where in the AWS console')}: ${diagnosis.where}`]),
        ...(diagnosis.statement === undefined ? [] : diagnosis.statement.split('\n').map((line) => `  ${line}`)),
        ...(details === '' ? [] : [`  ${t('Details')}: ${details.split('\n').join('\n  ')}`]),
      ];
    }
    default:
      return [];
  }
}
