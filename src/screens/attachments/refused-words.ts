import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type ObjectPlace, placeOf, statement } from '#src/notes/object-place.ts';
import type { PlainMessage, Words } from '#src/words/words.ts';

/** What AWS refused: to give out the first of some objects that there is, or to take one. */
export interface Refusal {
  readonly action: 'read' | 'send';
  readonly keys: readonly string[];
  readonly home: AttachmentHome;
  /** What AWS said. */
  readonly said: string;
}

const actions: Readonly<Record<Refusal['action'], readonly string[]>> = {
  read: ['s3:GetObject', 's3:DeleteObject'],
  // As in our own policy: without the last two, a broken upload does not go on and a cancelled one leaves its parts.
  send: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
};

type Own = Extract<ObjectPlace, { readonly kind: 'own' }>;

/** The person's own places among those of the keys, each once. */
const ownPlaces = ({ keys, home }: Pick<Refusal, 'keys' | 'home'>): readonly Own[] => {
  const places = keys.map((key) => placeOf(key, home)).filter((place) => place.kind === 'own');
  return places.filter((place, at) => places.findIndex(({ prefix }) => prefix === place.prefix) === at);
};

/** What is wrong, as far as it can be known: S3 answers alike for what it may not give out and for what is not there. */
export const refusedSentence = (refusal: Omit<Refusal, 'said'>): PlainMessage => {
  const places = ownPlaces(refusal);
  if (refusal.action === 'send')
    return 'AWS does not let you put files where Satchel is set to put them. The file stays on this device, and whoever set up your backend finds under Details what to change.';
  if (places.length === 0)
    return 'This file is not in your part of the bucket, and AWS gives you no other. Ask whoever put it there for it, or remove it here.';
  if (places.every(({ prefix }) => refusal.home.prefix.startsWith(prefix)))
    return 'Missing: it is deleted, or AWS does not let you reach it.';
  return 'This file is deleted, or it is where an older app put it and your AWS policy does not let you. Whoever set up your backend finds under Details what the policy lacks.';
};

/** For whoever looks after the backend: what was asked for, and the line of the policy that would allow it. */
export const refusedDetails = (refusal: Refusal, { t }: Words): string => {
  const { action, keys, home, said } = refusal;
  const places = ownPlaces(refusal);
  const needed = places.map(({ resource }) => resource);
  return [
    t('Bucket: {bucket}', home),
    ...keys.map((key) => t('Key: {key}', { key })),
    t('Asked for: {action}', { action: action === 'send' ? 's3:PutObject' : 's3:GetObject' }),
    ...(said === '' ? [] : [t('The answer: {words}', { words: said })]),
    '',
    ...(action === 'send'
      ? [
          t('VITE_ATTACHMENTS_PREFIX has Satchel put new files under: {prefix}', home),
          '',
          t(
            'Either set VITE_ATTACHMENTS_PREFIX to what the policy allows and build Satchel again: {early} for the tutorial’s policy of 2017, {late} for the one since March 2018. Or change the policy.',
            { early: '{identityId}/', late: 'private/{identityId}/' },
          ),
        ]
      : [t('New files go under: {prefix}', home)]),
    ...(needed.length === 0
      ? [t('No statement is of use here: the key does not hold your identity id, {id}.', { id: home.identityId })]
      : [
          ...(action === 'read'
            ? places.map(({ prefix }) => t('This one needs the prefix: {prefix}', { prefix }))
            : []),
          '',
          t('This statement in the policy of the role for signed-in people allows it:'),
          statement(actions[action], needed),
        ]),
  ].join('\n');
};
