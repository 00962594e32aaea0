import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeploymentSettings } from '../../../infra/deployment-settings.ts';

const root = resolve(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  ...readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string) => readFileSync(resolve(root, page), 'utf8');

/** What stands under a heading, up to the next one, without empty lines. */
function section(page: string, heading: string): readonly string[] {
  const text = textOf(page);
  const start = text.indexOf(`\n${heading}\n`);
  expect(start, `${page} has no "${heading}"`).toBeGreaterThan(-1);
  const rest = text.slice(start + heading.length + 2);
  return (rest.split(/\n#+ /)[0] ?? '').split('\n').filter((line) => line.trim() !== '');
}

describe('the README', () => {
  it.each(['## On your AWS account, from nothing', "### From the tutorial's backend to Satchel"])(
    '%s takes less than ten lines',
    (heading) => {
      const lines = section('README.md', heading);
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.length).toBeLessThan(10);
    },
  );
});

describe('the pages', () => {
  const tests = new Set(
    readdirSync(resolve(root, 'tests'), { recursive: true, encoding: 'utf8' }).map((name) => basename(name)),
  );

  // A decision that was replaced is left as it was.
  it.each(pages.filter((page) => !textOf(page).includes('\nReplaced by [')))(
    '%s names files that there are',
    (page) => {
      const text = textOf(page);
      const links = [...text.matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
        resolve(root, dirname(page), path),
      );
      const sources = [...text.matchAll(/`((?:infra|src|tests|local-aws|bench|docs)\/[\w./-]+\.\w+)`/g)].map(
        ([, path = '']) => resolve(root, path),
      );
      expect([...links, ...sources].filter((path) => !existsSync(path))).toEqual([]);
      const named = [...text.matchAll(/`([\w.-]+\.(?:test|spec|contract)\.tsx?)`/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !tests.has(name))).toEqual([]);
    },
  );
});

describe('docs/deploying.md', () => {
  const rows = section('docs/deploying.md', '## Settings').filter((line) => line.startsWith('| `'));
  const named = (column: number) =>
    rows.flatMap((row) => [...(row.split('|')[column] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name));

  it('names settings that there are, in the file and in the environment', () => {
    expect(named(1)).toHaveLength(12);
    const unknown = [
      readDeploymentSettings({}, Object.fromEntries(named(1).map((name) => [name, 0]))),
      readDeploymentSettings(Object.fromEntries(named(2).map((name) => [name, ' '])), undefined),
    ].flatMap((read) =>
      read.kind === 'wrong'
        ? read.problems.filter((problem) => problem.includes('is not a setting'))
        : ['none is refused'],
    );
    expect(unknown).toEqual([]);
  });
});
