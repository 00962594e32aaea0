/** The parts of dynalite below its HTTP server, as far as they are used here. */

declare module 'dynalite/db/index.js' {
  export interface Store {
    readonly db: {
      open(): Promise<void>;
      close(): Promise<void>;
      /** Deletes everything, the tables too. */
      clear(): Promise<void>;
    };
  }
  const engine: {
    create(options: { readonly path?: string; readonly createTableMs?: number }): Store;
  };
  export default engine;
}

declare module 'dynalite/validations/index.js' {
  import type { Store } from 'dynalite/db/index.js';

  /** Throws, like the actions, an error with `statusCode` and `body` where DynamoDB would refuse. */
  const validations: {
    checkTypes(data: unknown, types: unknown): unknown;
    checkValidations(data: unknown, types: unknown, custom: unknown, store: Store): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*' {
  const validation: { readonly types: unknown; readonly custom?: unknown };
  export default validation;
}

declare module 'dynalite/actions/*' {
  import type { Store } from 'dynalite/db/index.js';

  const action: (store: Store, data: unknown, done: (error: unknown, answer?: unknown) => void) => void;
  export default action;
}
