import { amplifyConfig } from '#src/aws/amplify-config.ts';
import { clientDiagnosis, furtherStep, signInRefused, unconfirmed } from '#src/aws/cognito-diagnoses.ts';
import type { Visitor } from '#src/aws/doctor/check.ts';
import type { AwsSettings } from '#src/aws/settings.ts';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** Signs in, for as long as the program runs. */
export async function visitorFor(settings: AwsSettings, { email, password }: Account): Promise<Visitor> {
  const { configure, readTokens } = await import('#src/aws/amplify-auth.ts');
  const { signIn } = await import('aws-amplify/auth');
  configure(amplifyConfig(settings, null));
  try {
    const { nextStep } = await signIn({ username: email, password });
    const idToken = (await readTokens(false))?.idToken;
    const { iss, aud } = idToken?.payload ?? {};
    if (idToken === undefined || typeof iss !== 'string' || typeof aud !== 'string') {
      const { signInStep } = nextStep;
      const diagnosis = signInStep === 'CONFIRM_SIGN_UP' ? unconfirmed : furtherStep;
      return { kind: 'refused', diagnosis, details: signInStep };
    }
    return { kind: 'tokens', tokens: { idToken: idToken.toString(), issuer: iss, client: aud } };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    const diagnosis = clientDiagnosis(name, message, settings) ?? signInRefused(settings);
    return { kind: 'refused', diagnosis, details: `${name}: ${message}` };
  }
}
