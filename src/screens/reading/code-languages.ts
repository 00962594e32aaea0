import type { LanguageFn } from 'highlight.js';

type Load = () => Promise<{ readonly default: LanguageFn }>;

/** The languages whose code is coloured; each is loaded when a note has some of it. */
const languages: Readonly<Record<string, Load>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  go: () => import('highlight.js/lib/languages/go'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

/** What else they are called behind the fence. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ js: 'javascript', jsx: 'javascript', mjs: 'javascript', ts: 'typescript', tsx: 'typescript', jsonc: 'json' },
  ...{ sh: 'bash', shell: 'bash', zsh: 'bash', html: 'xml', svg: 'xml', yml: 'yaml', toml: 'ini', py: 'python' },
  ...{ 'c++': 'cpp', 'c#': 'csharp', cs: 'csharp', rb: 'ruby', rs: 'rust', kt: 'kotlin', golang: 'go', patch: 'diff' },
};

export interface CodeLanguage {
  readonly name: string;
  readonly load: Load;
}

/** The language that a fence names, `information` being all that stands behind it; null: none that is known. */
export const codeLanguage = (information: string): CodeLanguage | null => {
  const written = (/^[^\s{,:]+/.exec(information.trim())?.[0] ?? '').toLowerCase();
  const name = Object.hasOwn(otherNames, written) ? (otherNames[written] ?? written) : written;
  const load = Object.hasOwn(languages, name) ? languages[name] : undefined;
  return load === undefined ? null : { name, load };
};
