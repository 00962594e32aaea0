/**
 * Removes all that Amplify keeps in localStorage of a person, whatever state it is in: tokens and device keys of the app client, the
 * guest identity, and the list of uploads that an older Satchel left to Amplify's storage. It needs no library and no network.
 */
export function forgetTokens(storage: Storage, userPoolClientId: string): void {
  const prefixes = [
    `CognitoIdentityServiceProvider.${userPoolClientId}.`,
    'com.amplify.Cognito.',
    '__uploadInProgress',
  ];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) if (prefixes.some((prefix) => key.startsWith(prefix))) storage.removeItem(key);
}
