import { inspect } from 'node:util';

/** Something that a person has to put right: Vite prints its sentences, without a stack, and stops. */
export class PlainError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'PlainError';
  }

  [inspect.custom](): string {
    return this.message;
  }
}
