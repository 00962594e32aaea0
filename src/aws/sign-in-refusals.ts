import { clientDiagnosis, noSuchUserPool } from './cognito-diagnoses.ts';
import type { Backend, Told } from './diagnosis.ts';
import { offline, throttled } from './failures.ts';
import type { SignInRefusal } from './session.ts';

/** How an error of ours begins, where the step that comes next has no form. */
export const unknownStep = 'No form for ';

/**
 * What a step of signing in was refused with, in the app's own words. `original` is the error's message, which is all that the Authenticator
 * keeps of it.
 */
export function signInRefusal(original: string, backend: Backend): SignInRefusal {
  const wrong = setUpWrong(original, backend);
  if (wrong !== null) return { ...sentence(wrong), isSetUp: true, details: original };
  const known = answers.find(([words]) => words.test(original));
  if (known !== undefined) return { ...known[1], isSetUp: false, details: '' };
  if (original.startsWith(unknownStep))
    return {
      message:
        'This user pool asks for a step that Satchel cannot do ({step}). Ask whoever runs it to allow a password.',
      values: { step: original.slice(unknownStep.length) },
      isSetUp: false,
      details: '',
    };
  const reason = /failed with error (.+?)\.?$/.exec(original)?.[1];
  if (reason !== undefined)
    return {
      message: 'The user pool’s own rules refuse this: {reason}',
      values: { reason },
      isSetUp: false,
      details: '',
    };
  return { message: 'AWS refuses this. Its reason is in the details.', isSetUp: true, details: original };
}

function setUpWrong(original: string, backend: Backend): Told | null {
  if (/network error|failed to fetch/i.test(original)) return offline('');
  if (/rate exceeded|too many requests/i.test(original)) return throttled('');
  if (/user pool \S+ does not exist/i.test(original)) return noSuchUserPool(backend);
  if (/client \S+ does not exist/i.test(original))
    return clientDiagnosis('ResourceNotFoundException', original, backend);
  if (/secret/i.test(original)) return clientDiagnosis('NotAuthorizedException', original, backend);
  return /not enabled for the client|method not supported/i.test(original)
    ? clientDiagnosis('InvalidParameterException', original, backend)
    : null;
}

const sentence = ({ message, values = {} }: Told): Told => ({ message, values });

/** What a user pool answers, by what of its words stays the same. The first that fits counts. */
const answers: readonly (readonly [words: RegExp, Told])[] = [
  [/incorrect username or password/i, { message: 'The email address or the password is wrong.' }],
  [
    /sign-?up is not permitted/i,
    { message: 'New accounts are by invitation here. Ask whoever runs this Satchel for one.' },
  ],
  [/already exists/i, { message: 'There is an account with this email address already. Sign in with it.' }],
  [/user does not exist/i, { message: 'There is no account with this email address.' }],
  [/is disabled/i, { message: 'This account has been disabled. Ask whoever runs this Satchel.' }],
  [/is not confirmed/i, { message: 'This account is not confirmed yet.' }],
  [/should be an email/i, { message: 'This is not an email address.' }],
  [
    /temporary password has expired/i,
    { message: 'The password from your invitation has expired. Ask for a new invitation.' },
  ],
  [/attempts? (limit )?exceeded/i, { message: 'Too many attempts. Wait a while before the next one.' }],
  [/already been used/i, { message: 'This code has been used already. Wait for the next one.' }],
  [/session/i, { message: 'That took too long. Sign in once more.' }],
  [/invalid code provided|code has expired/i, { message: 'The code is no longer valid. Have a new one sent.' }],
  [
    /code mismatch|invalid code|invalid verification code|code you entered/i,
    { message: 'The code is wrong. Try it again.' },
  ],
  [/no registered\/verified/i, { message: 'The password cannot be reset: no address of this account is confirmed.' }],
  [
    /unable to send verification code|cannot be reset in the current/i,
    { message: 'No code can be sent to this account now. Ask whoever runs this Satchel.' },
  ],
  [/password must have lowercase/i, { message: 'The password must have a lower-case letter.' }],
  [/password must have uppercase/i, { message: 'The password must have an upper-case letter.' }],
  [/password must have numeric/i, { message: 'The password must have a digit.' }],
  [/password must have symbol/i, { message: 'The password must have a special character.' }],
  [/password not long enough/i, { message: 'The password is too short.' }],
];
