import type { StoreFailure } from './note-store.ts';

/** Reading from a store whose database is gone. Writing returns the failure instead. */
export class StoreUnreadable extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure) {
    super(failure.message);
    this.name = 'StoreUnreadable';
    this.failure = failure;
  }
}

export const closedFailure: StoreFailure = {
  kind: 'gone',
  message: 'The notes on this device have been closed. Reload the page to open them again.',
  details: 'The database was closed by this tab.',
};

export const takenFailure: StoreFailure = {
  kind: 'gone',
  message:
    'The notes on this device were removed or renewed in another tab. Copy what you have not saved, then reload the page.',
  details: 'The database was closed because another tab deletes or upgrades it.',
};

export const terminatedFailure: StoreFailure = {
  kind: 'gone',
  message: 'The browser has closed the notes on this device. Copy what you have not saved, then reload the page.',
  details: 'The browser ended the connection to the database.',
};

/** What the browser says of a database, in a person's words. Names of errors: Indexed Database API 3.0, section "Exceptions". */
export function storeFailure(error: unknown): StoreFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const details = String(error);
  if (name === 'QuotaExceededError') {
    return {
      kind: 'full',
      message: 'There is no room left on this device, so this could not be saved. Free some space and try again.',
      details,
    };
  }
  if (name === 'InvalidStateError' || name === 'NotFoundError') return { ...terminatedFailure, details };
  return {
    kind: 'broken',
    message:
      'The browser could not use its storage, so this is not saved on this device. Reload the page and try again.',
    details,
  };
}
