/** What Lambda's runtime is to the function: loads its file, hands it events, gives back what it answers and what it logs. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const port = parentPort;
if (port === null) throw new Error('This runs in a worker.');

const trueTime = Date.now;
/** @type {number | undefined} The time of this instance's clock, where it stands still; ms. */
let stopped;
Date.now = () => stopped ?? trueTime() + workerData.clockOffset;

// The function waits 3 seconds for DynamoDB. A busy machine that runs tests may be slower than AWS.
const trueTimeout = globalThis.setTimeout;
/** @type {(task: () => void, ms?: number) => NodeJS.Timeout} */
const patientTimeout = (task, ms = 0) => trueTimeout(task, ms * 20);
Object.assign(globalThis, { setTimeout: patientTimeout });

console.error = (error) => port.postMessage({ logged: error instanceof Error ? error.stack : String(error) });

const { handler } = await import(pathToFileURL(workerData.file).href);
port.on('message', async ({ id, event, now }) => {
  stopped = now;
  port.postMessage({ id, answer: JSON.stringify(await handler(JSON.parse(event))) });
});
