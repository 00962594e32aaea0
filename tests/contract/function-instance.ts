import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { notesFunctionFile } from '../../infra/notes-api/bundle.ts';

/** One instance of the function that is uploaded, as Lambda would start it: its file, its environment, nothing else of this process. */
export interface FunctionInstance {
  /** `now`: where its clock stands, ms; undefined: it goes. Throws what the function logs, which it does for faults alone. */
  invoke(event: unknown, now?: number): Promise<FunctionAnswer>;
  close(): Promise<void>;
}

export type FunctionAnswer = v.InferOutput<typeof Answer>;

const Answer = v.object({ statusCode: v.number(), headers: v.record(v.string(), v.string()), body: v.string() });
const Message = v.union([
  v.object({ id: v.number(), answer: v.pipe(v.string(), v.parseJson(), Answer) }),
  v.object({ logged: v.string() }),
]);

export interface InstanceParts {
  /** Where `bundleNotesFunction` has put the file. */
  readonly dir: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How far its clock is ahead; ms. */
  readonly clockOffset?: number;
}

export function startInstance({ dir, environment, clockOffset = 0 }: InstanceParts): FunctionInstance {
  const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const worker = new Worker(new URL('function-worker.mjs', import.meta.url), {
    workerData: { file: join(dir, notesFunctionFile.name), clockOffset },
    env: { ...notesFunctionFile.environment, ...environment, ...quiet },
  });
  const waiting = new Map<number, { resolve(answer: FunctionAnswer): void; reject(error: Error): void }>();
  let last = 0;

  function failAll(error: Error) {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  worker.on('error', failAll);
  worker.on('message', (data) => {
    const message = v.parse(Message, data);
    if ('logged' in message) return failAll(new Error(message.logged));
    waiting.get(message.id)?.resolve(message.answer);
    waiting.delete(message.id);
  });

  return {
    invoke(event, now) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, event: JSON.stringify(event), now });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
