import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** How Lambda runs the file: what to call in it, and the environment beside NOTES_TABLE. A stack trace then names our own files. */
export const notesFunctionFile = {
  name: 'index.mjs',
  handler: 'index.handler',
  environment: { NODE_OPTIONS: '--enable-source-maps' },
} as const;

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Writes the notes function into `dir` as the one file that is uploaded, with its source map beside it. The bytes depend on the
 * sources alone, not on `dir`, so that a deployment without a change uploads nothing. Throws where the sources cannot be bundled.
 *
 * The AWS SDK goes in, though Lambda's runtime has one: that one changes without a deployment, so nobody could say which was
 * tested, and a cold start would read hundreds of its files.
 */
export function bundleNotesFunction(dir: string): void {
  const { outputFiles } = buildSync({
    absWorkingDir: repository,
    entryPoints: ['infra/notes-api/lambda.ts'],
    // Nothing is written there: paths in the source map are told from it.
    outfile: join('infra/notes-api', notesFunctionFile.name),
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The SDK's modules rather than its CommonJS files, of which nothing could be left out.
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
  });
  mkdirSync(dir, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(dir, basename(path)), contents);
}
