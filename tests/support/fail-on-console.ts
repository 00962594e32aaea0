import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Whatever the code under test prints is a warning that somebody should have read: it fails the test. */
const spied = ['error', 'warn', 'log', 'info', 'debug'] as const;

beforeEach(() => {
  for (const name of spied) vi.spyOn(console, name);
});

afterEach(() => {
  const printed = spied.flatMap((name) =>
    vi.mocked(console[name]).mock.calls.map((call) => `${name}: ${call.join(' ')}`),
  );
  for (const name of spied) vi.mocked(console[name]).mockRestore();
  expect(printed, 'unexpected console output').toEqual([]);
});
