import * as v from 'valibot';
import { inRegion, value } from './settings-parts.ts';

/**
 * The notes API's address: `https://ID.execute-api.REGION.amazonaws.com/STAGE`, or a domain of one's own with or without a path.
 * An HTTP API without a stage in its address is written with `/$default` at the end, so that a stage is never left out by mistake;
 * the output is without it.
 */
export const apiUrl = (home: string | null) =>
  v.pipe(
    value('the notes API with its stage, such as https://abc123defg.execute-api.eu-central-1.amazonaws.com/prod'),
    // The backslash keeps .env files from reading $default as a variable; elsewhere it stays in the value.
    v.transform((text) => text.replace(/\\\$default$/, '$$default')),
    v.check((text) => URL.canParse(text), 'is not an address: it begins with https:// and has a host.'),
    v.regex(/^https:\/\//, 'must begin with https://.'),
    v.regex(/^[^?#]*$/, 'must not have a ? or # in it: leave out everything from there on.'),
    v.check((text) => !text.includes('@'), 'must not have a name or password in it.'),
    v.check(
      (text) => executeApi(text) === null || new URL(text).pathname !== '/',
      'has no stage: add it at the end, such as /prod (or /\\$default for an HTTP API without one).',
    ),
    v.check((text) => !text.endsWith('/'), 'has a slash at the end: remove it.'),
    v.check((text) => !new URL(text).pathname.includes('//'), 'has two slashes in a row: remove one.'),
    v.check((text) => !text.endsWith('/notes'), 'ends with /notes, which Satchel adds by itself: remove it.'),
    inRegion(home, (text) => executeApi(text) ?? home ?? undefined),
    v.transform((text) => text.replace(/\/\$default$/, '')),
  );

/** The region of an API under AWS's own name; null for a domain of one's own. */
const executeApi = (text: string): string | null =>
  /^[a-z0-9]+(?:-vpce-[a-z0-9]+)?\.execute-api\.([a-z0-9-]+)\.amazonaws\.com$/.exec(new URL(text).host)?.[1] ?? null;
