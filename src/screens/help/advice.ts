import type { Failure } from '#src/notes/result.ts';
import type { PlainMessage } from '#src/words/words.ts';

/** What a person can do about a failure of sync, in a sentence or two. */
export const adviceFor = ({ kind }: Failure<string>): PlainMessage => {
  switch (kind) {
    case 'offline':
      return 'No answer came at all. Check the network; an answer without CORS headers looks the same to a browser. Your notes are safe on this device.';
    case 'throttled':
    case 'unavailable':
      return 'AWS is busy or failing for the moment. It is tried again by itself.';
    case 'expired':
      return 'The credentials have run out and are renewed by themselves. If this goes on, check the clock of this device.';
    case 'signed-out':
      return 'Sign in again. Everything written since is kept on this device and sent then.';
    case 'denied':
      return 'The identity pool’s role for signed-in users must allow execute-api:Invoke on the notes API, and your own prefix in the bucket.';
    case 'invalid':
      return 'The answer is not one that a notes API gives. Check that the API’s address ends with its stage.';
    case 'too-large':
      return 'The note is larger than AWS takes. Split it, or move a part of it into an attachment.';
    default:
      return 'Your notes are safe on this device.';
  }
};
