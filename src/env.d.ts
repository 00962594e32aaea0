/// <reference types="vite/client" />

/** Whether the page runs on the embedded AWS; the other branch is not in the build. */
declare const __LOCAL_AWS__: boolean;

/** The backend that a build for AWS was made for; null where the page runs on the embedded AWS. */
declare const __AWS_SETTINGS__: import('./aws/settings.ts').AwsSettings | null;

interface Navigator {
  /** Chromium's alone. `saveData`: a person has asked the browser to use little of the network. */
  readonly connection?: { readonly saveData: boolean };
}
