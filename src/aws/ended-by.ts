/** Does `work`, and cancels the operation that it waits for when `signal` aborts. */
export async function endedBy<T>(
  signal: AbortSignal,
  operation: { cancel(): void },
  work: () => Promise<T>,
): Promise<T> {
  const cancel = () => operation.cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
