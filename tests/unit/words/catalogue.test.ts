import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { german } from '#src/words/german.ts';
import type { Catalogue } from '#src/words/words.ts';

const source = resolve(import.meta.dirname, '../../../src');

/** What the app's own files say, but for the catalogues. */
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/words\/german\.ts$/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

const catalogue: Catalogue = german;
const formsOf = (entry: Catalogue[string]): readonly string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry);
/** The names of values, and of parts, that stand in a sentence. */
const placesIn = (sentence: string): readonly string[] =>
  [...new Set(sentence.match(/\{\w+\}|<\/?\w+>/g) ?? [])].sort();

describe('the sentences of failures', () => {
  const failures = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(aws|store|sync|notes|composition)\/.*\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/\bmessage:\s*(?:'(.+?)'|"(.+?)"|(`))/g)])
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((sentence) => /[.`]$|\{reason\}$/.test(sentence));

  it('are found', () => expect(failures.length).toBeGreaterThan(30));

  it.each(failures)('have a translation: %s', (sentence) => {
    expect(catalogue).toHaveProperty([sentence]);
  });
});

/** A failure's sentence is put into the reader's language where it is shown. */
it('shows no failure untranslated', () => {
  expect(code.match(/\{[\w.]*failure\??\.message\}|message: [\w.]*failure\.message/g)).toBeNull();
});

describe.each(Object.entries(catalogue))('the sentence %j', (sentence, entry) => {
  it('is said somewhere', () => {
    const written = [`'${sentence}'`, `"${sentence}"`, `\n  ${sentence}:`];
    expect(written.some((form) => code.includes(form))).toBe(true);
  });

  it('has the same values and parts in the translation', () => {
    for (const form of formsOf(entry)) {
      const needed = placesIn(sentence).filter((place) => place !== '{count}' || form.includes(place));
      expect(placesIn(form)).toEqual(needed);
    }
  });

  it('has a translation for every plural form of the language', () => {
    const categories = new Intl.PluralRules('de').resolvedOptions().pluralCategories;
    if (typeof entry !== 'string') expect(Object.keys(entry).sort()).toEqual([...categories].sort());
  });
});
