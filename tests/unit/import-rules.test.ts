import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** A line that must not stand in the file, for every rule of who may import whom. */
const violations: readonly (readonly [file: string, line: string])[] = [
  ['src/notes/title.ts', "import { a } from '#src/store/a.ts';"],
  ['src/notes/title.ts', "import { a } from 'react';"],
  ['src/notes/title.ts', "import { a } from 'valibot';"],
  ['src/notes/title.ts', "import { a } from '../services.ts';"],
  ['src/store/memory.ts', "import { a } from '#src/sync/a.ts';"],
  ['src/store/memory.ts', "import { a } from '#src/aws/a.ts';"],
  ['src/store/memory.ts', "import { a } from 'react';"],
  ['src/aws/session.ts', "import { a } from '#src/store/a.ts';"],
  ['src/aws/session.ts', "import { a } from '#src/sync/a.ts';"],
  ['src/aws/local/inbox.ts', "import { a } from '#src/sync/a.ts';"],
  ['src/aws/session.ts', "import { a } from 'react';"],
  ['src/aws/session.ts', "import { a } from '@aws-amplify/core';"],
  ['src/sync/engine.ts', "import { a } from '#src/store/a.ts';"],
  ['src/sync/engine.ts', "import { a } from '#src/aws/a.ts';"],
  ['src/sync/engine.ts', "export { a } from '#src/aws/a.ts';"],
  ['src/sync/engine.ts', "const a = await import('#src/aws/a.ts');"],
  ['src/sync/engine.ts', "import { a } from '#src/screens/library/a.tsx';"],
  ['src/sync/engine.ts', "import { a } from 'aws-amplify/auth';"],
  ['src/search/search-engine.ts', "import { a } from '#src/store/a.ts';"],
  ['src/search/search-engine.ts', "import { a } from '#src/ui/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from '#src/search/a.ts';"],
  ['src/words/words.ts', "import { a } from '#src/ui/a.tsx';"],
  ['src/words/words.ts', "import { a } from '#src/notes/a.ts';"],
  ['src/ui/button.tsx', "import { a } from '#src/notes/a.ts';"],
  ['src/ui/button.tsx', "import { a } from '#src/services.ts';"],
  ['src/services.ts', "import { a } from '#src/store/a.ts';"],
  ['src/services.ts', "import { a } from '#src/screens/library/a.tsx';"],
  ['src/screens/library/list.tsx', "import { a } from 'pdfjs-dist';"],
  ['src/screens/attachments/card.tsx', "import { a } from '#src/screens/editor/a.tsx';"],
  ['src/screens/library/list.tsx', "import { a } from '#src/screens/editor/a.tsx';"],
  ['src/screens/library/list.tsx', "import { a } from '../editor/a.tsx';"],
  ['src/screens/library/list.tsx', "import { a } from '#src/store/a.ts';"],
  ['src/screens/library/list.tsx', "import type { a } from '#src/sync/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from '#src/aws/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from '@aws-amplify/ui-react';"],
  ['src/screens/a-new-one/list.tsx', "import { a } from '#src/store/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from 'fflate';"],
  ['src/screens/editor/surface.ts', "import { a } from '#src/store/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from '@codemirror/view';"],
  ['src/screens/export/zip.ts', "import { a } from '#src/store/a.ts';"],
  ['src/screens/export/zip.ts', "import { a } from '#src/screens/editor/a.tsx';"],
  ['src/screens/export/zip.ts', "import { a } from 'qrcode';"],
  ['src/screens/sign-in/form.tsx', "import { a } from 'aws-amplify/auth';"],
  ['src/app/app.tsx', "import { a } from '#src/store/a.ts';"],
  ['src/app/app.tsx', "import { a } from '#src/aws/a.ts';"],
  ['src/app/app.tsx', "import { a } from 'aws-amplify';"],
  ['local-aws/router.ts', "import { a } from '../src/notes/a.ts';"],
  ['local-aws/router.ts', "import { a } from '#src/notes/a.ts';"],
  ['local-aws/router.ts', "import { a } from 'aws-amplify';"],
  ['infra/notes-api/handler.ts', "import { a } from '../../src/notes/a.ts';"],
  ['infra/notes-api/handler.ts', "import { a } from '../../local-aws/a.ts';"],
  ['infra/stacks/users.ts', "import { a } from '#src/notes/a.ts';"],
  ['infra/stacks/users.ts', "import { a } from '../../src/notes/a.ts';"],
  ['infra/stacks/users.ts', "import { a } from '../../local-aws/a.ts';"],
  ['infra/stacks/users.ts', "import { a } from 'react';"],
  ['infra/stacks/users.ts', "import { a } from 'aws-amplify';"],
  ['infra/stacks/users.ts', "import { a } from 'aws4';"],
];

/** The same places with a line that may stand there: what the rules allow, they must let through. */
const allowed: typeof violations = [
  ['src/notes/title.ts', "import { a } from './a.ts';"],
  ['src/notes/title.ts', "import { a } from 'node-diff3';"],
  ['src/store/memory.ts', "import { a } from '#src/notes/a.ts';"],
  ['src/store/memory.ts', "import { a } from 'idb';"],
  ['src/aws/session.ts', "import { a } from 'aws-amplify/auth';"],
  ['src/aws/signed-s3.ts', "import { a } from '@aws-amplify/core/internals/aws-client-utils';"],
  ['src/sync/engine.ts', "import type { a } from '#src/store/a.ts';"],
  ['src/search/search-engine.ts', "import { a } from '#src/notes/a.ts';"],
  ['src/ui/button.tsx', "import { a } from 'react';"],
  ['src/ui/button.tsx', "import { a } from '#src/words/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from '#src/words/a.ts';"],
  ['src/words/use-words.ts', "import { a } from 'react';"],
  ['src/services.ts', "import type { a } from '#src/sync/a.ts';"],
  ['src/screens/library/list.tsx', "import { a } from '#src/ui/a.tsx';"],
  ['src/screens/export/zip.ts', "import { a } from 'fflate';"],
  ['src/screens/editor/surface.ts', "import { a } from '@codemirror/view';"],
  ['src/screens/editor/surface.ts', "import { a } from '@lezer/markdown';"],
  ['src/screens/sign-in/form.tsx', "import { a } from '@aws-amplify/ui-react';"],
  ['src/app/app.tsx', "import { a } from '#src/screens/library/a.tsx';"],
  ['src/main.tsx', "import { a } from '#src/store/a.ts';"],
  ['local-aws/router.ts', "import { a } from '../infra/policies/a.ts';"],
  ['infra/stacks/users.ts', "import { a } from './a.ts';"],
  ['infra/stacks/users.ts', "import { a } from '../policies/a.ts';"],
  ['infra/stacks/users.ts', "import { a } from 'node:fs/promises';"],
  ['infra/stacks/users.ts', "import { a } from 'aws-cdk-lib';"],
  ['infra/stacks/users.ts', "import { a } from 'aws-cdk-lib/aws-cognito';"],
  ['infra/stacks/users.ts', "import { a } from 'constructs';"],
  ['infra/stacks/users.ts', "import { a } from 'cdk-nag';"],
  ['infra/stacks/users.ts', "import { a } from 'valibot';"],
  ['infra/stacks/users.ts', "import { a } from '@aws-sdk/client-s3';"],
];

let planted: string;
let complaints: readonly string[];

/** All lines of a file are planted in it together, so that one run of Biome answers for all. */
const linesOf = (file: string) => [...violations, ...allowed].filter(([of]) => of === file).map(([, line]) => line);

beforeAll(async () => {
  planted = await mkdtemp(join(tmpdir(), 'satchel-import-rules-'));
  for (const name of ['biome.json', 'biome.types-only.grit', 'package.json']) {
    await copyFile(join(root, name), join(planted, name));
  }
  for (const file of new Set([...violations, ...allowed].map(([file]) => file))) {
    await mkdir(dirname(join(planted, file)), { recursive: true });
    await writeFile(join(planted, file), linesOf(file).join('\n'));
  }
  complaints = await lint(planted);
}, 60_000);

afterAll(() => rm(planted, { recursive: true, force: true }));

/** What the import rules say of a folder, as `file:line`. */
function lint(folder: string): Promise<readonly string[]> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'];
  return new Promise((done) => {
    // Biome exits with 1 where it finds something, which is what it is run for here.
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => {
      const rules = stdout.split('\n').filter((line) => /title=(lint\/style\/noRestrictedImports|plugin)/.test(line));
      done(rules.map((line) => line.replace(/^.*file=([^,]+),line=(\d+),.*$/, '$1:$2').replace(`${folder}/`, '')));
    });
  });
}

const at = (file: string, line: string) => `${file}:${linesOf(file).indexOf(line) + 1}`;

describe('the rules of who may import whom', () => {
  it.each(violations)('forbid in %s: %s', (file, line) => {
    expect(complaints).toContain(at(file, line));
  });

  it.each(allowed)('allow in %s: %s', (file, line) => {
    expect(complaints).not.toContain(at(file, line));
  });
});
