import { AwsError } from '../service.ts';

/** Cognito's default policy; a space inside counts as a symbol, as there. */
const rules: readonly { readonly asked: RegExp; readonly complaint: string }[] = [
  { asked: /^.{8,}$/su, complaint: 'Password not long enough' },
  { asked: /[A-Z]/, complaint: 'Password must have uppercase characters' },
  { asked: /[a-z]/, complaint: 'Password must have lowercase characters' },
  { asked: /[0-9]/, complaint: 'Password must have numeric characters' },
  { asked: /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, complaint: 'Password must have symbol characters' },
];

/** Throws InvalidPasswordException with the first rule that the password breaks. */
export function checkPassword(password: string): void {
  const broken = rules.find(({ asked }) => !asked.test(password));
  if (broken) {
    throw new AwsError('InvalidPasswordException', `Password did not conform with policy: ${broken.complaint}`);
  }
}
