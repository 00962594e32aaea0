import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Which Node the AWS SDK will want next year says nothing of the tests.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Amplify remembers who is signed in for the whole process, so that each of these has its modules to itself. */
const overAmplify = [
  'tests/unit/aws/*.test.ts',
  'tests/unit/local-aws/{identity-pool,local-aws,s3-amplify,user-pool-*,vite-plugin}.test.ts',
];

export default defineConfig({
  plugins: [react()],
  define: { __LOCAL_AWS__: 'true' },
  test: {
    testTimeout: 30_000,
    // Vitest would leave a processor idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Quicker to start than processes, and there is nothing here that a thread could not do.
          pool: 'threads',
          // What the parts need is handed in, so that no file leaves anything behind: each module is loaded once for all of them.
          isolate: false,
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          exclude: overAmplify,
        },
      },
      { extends: true, test: { name: 'amplify', environment: 'node', pool: 'threads', include: overAmplify } },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          include: ['tests/screens/**/*.test.tsx'],
          // This hides something.
          css: { include: [/authenticator-panel\.module\.css/] },
          setupFiles: [
            'tests/support/fail-on-console.ts',
            'tests/support/setup-jsdom.ts',
            'tests/support/browser-gaps.ts',
          ],
        },
      },
      { extends: true, test: { name: 'fuzz', environment: 'node', include: ['tests/fuzz/**/*.test.ts'] } },
      { extends: true, test: { name: 'build', environment: 'node', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
});
