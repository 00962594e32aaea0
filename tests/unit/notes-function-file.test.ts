import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleNotesFunction, notesFunctionFile } from '../../infra/notes-api/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'satchel-function-'));
const [first, second] = ['first', 'second'].map((name) => {
  const dir = join(folder, name);
  bundleNotesFunction(dir);
  return Object.fromEntries(readdirSync(dir).map((file) => [file, readFileSync(join(dir, file), 'utf8')]));
});
const code = first?.[notesFunctionFile.name] ?? '';

describe('the file of the notes function', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is one file and its source map, the same wherever it is made', () => {
    expect(Object.keys(first ?? {})).toEqual(['index.mjs', 'index.mjs.map']);
    expect(second).toEqual(first);
  });

  it('needs nothing beside itself but Node', () => {
    const imported = [...code.matchAll(/(?:^|[;}\n])import\s*(?:[\w$*{},\s]*?from\s*)?"([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    expect(imported).toContain('node:crypto');
    expect(imported.map((name) => name.replace('node:', '')).filter((name) => !builtinModules.includes(name))).toEqual(
      [],
    );
  });

  it('is small enough to start quickly', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(500_000);
  });

  it('tells stack traces where in our own files they are, and nothing of the machine that made it', () => {
    const { sources } = JSON.parse(first?.['index.mjs.map'] ?? '');
    expect(sources).toContain('handler.ts');
    expect(sources.filter((path: string) => path.startsWith('/'))).toEqual([]);
    expect(Object.values(first ?? {}).join()).not.toContain(process.cwd());
  });
});
