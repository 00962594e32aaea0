import type { ResourcesConfig } from 'aws-amplify';

/** What Amplify has to know of the backend. */
export interface AmplifySettings {
  readonly region: string;
  readonly apiUrl: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
}

/** Where Cognito answers, when that is not on AWS. */
export interface CognitoEndpoints {
  readonly userPool: string;
  readonly identityPool: string;
}

export const notesApiName = 'notes';

export function amplifyConfig(settings: AmplifySettings, endpoints: CognitoEndpoints | null): ResourcesConfig {
  return {
    Auth: {
      Cognito: {
        userPoolId: settings.userPoolId,
        userPoolClientId: settings.userPoolClientId,
        identityPoolId: settings.identityPoolId,
        loginWith: { email: true },
        signUpVerificationMethod: 'code',
        ...(endpoints !== null && {
          userPoolEndpoint: endpoints.userPool,
          identityPoolEndpoint: endpoints.identityPool,
        }),
      },
    },
    API: {
      REST: { [notesApiName]: { endpoint: settings.apiUrl, region: settings.region, service: 'execute-api' } },
    },
  };
}
