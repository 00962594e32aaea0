import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Failure } from '#src/notes/result.ts';

// What sync itself has to say; what AWS or the device's copy says comes with its own sentence.

export const noNetwork: Failure<'offline'> = {
  kind: 'offline',
  message: 'There is no network. What you write is safe on this device and is sent when the network is back.',
  details: 'The browser says that it is offline.',
};

export const sessionOver: Failure<'signed-out'> = {
  kind: 'signed-out',
  message: 'You are signed out. What you wrote is safe on this device; sign in again to send it.',
  details: 'The session ended, or another person has signed in.',
};

export const stopped: AwsFailure = {
  kind: 'cancelled',
  message: 'Syncing was stopped. What you wrote is safe on this device.',
  details: '',
};

export const tooLargeToShow: AwsFailure = {
  kind: 'too-large',
  message: 'This file is too large to be shown here. It can be downloaded.',
  details: '',
};

export const unexpected = (error: unknown): Failure<'broken'> => ({
  kind: 'broken',
  message: 'Syncing stopped unexpectedly. Your notes are safe on this device; reload the page to go on.',
  details: String(error),
});
