import type { FrontMatterEntry } from './front-matter.ts';
import { asTag, uniqueTags } from './tag-name.ts';

const isoTime = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const tagItems = /^(?:\[[^[\]]*\]|[^[\]]*)$/;
const flag = /^(?:true|false|null|~)?$/i;

/** Whether an entry of a key of ours holds more than a value that we read: a remark, or words that somebody typed into the line. */
export function saysMore(entry: FrontMatterEntry): boolean {
  const [, ...further] = entry.raw.trimEnd().split('\n');
  const value = entry.value.trim();
  if (entry.key === 'tags') {
    const items = (value === '' ? further : [value]).map((line) => line.trim());
    return (
      (value !== '' && further.length > 0) || items.some((item) => !tagItems.test(item) || uncommented(item) !== item)
    );
  }
  const isRead =
    entry.key === 'trashed' ? readTime(entry) !== null || /^(?:null|~)?$/i.test(value) : flag.test(scalar(value));
  return !isRead || further.length > 0 || uncommented(value) !== value;
}

export function readFlag(entry: FrontMatterEntry | undefined): boolean {
  return entry !== undefined && scalar(entry.value).toLowerCase() === 'true';
}

/** ms; null: no time, or none that can be read. A time without a zone is UTC, as in YAML. */
export function readTime(entry: FrontMatterEntry | undefined): number | null {
  const value = scalar(entry?.value ?? '');
  const match = isoTime.exec(value);
  if (match === null) return null;
  const dated = value.replace(' ', 'T');
  const time = Date.parse(value.length > 'yyyy-mm-dd'.length && match[1] === undefined ? `${dated}Z` : dated);
  return Number.isNaN(time) ? null : time;
}

/** ISO 8601 in UTC, in whole seconds. */
export function writeTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A list in any form that YAML front matter has it: `[a, b]`, `a, b`, or an item a line. */
export function readList(entry: FrontMatterEntry | undefined): readonly string[] {
  if (entry === undefined) return [];
  const value = uncommented(entry.value);
  const items =
    value === ''
      ? entry.raw.split('\n').flatMap((line) => /^[ \t]*-[ \t](.*)$/s.exec(line)?.[1] ?? [])
      : (value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1) : value).split(',');
  return uniqueTags(items.map((item) => asTag(scalar(item))));
}

export function writeList(tags: readonly string[]): string {
  return `[${uniqueTags(tags.map(asTag)).join(', ')}]`;
}

function scalar(value: string): string {
  const bare = uncommented(value);
  const quote = bare[0];
  const quoted = bare.length > 1 && (quote === '"' || quote === "'") && bare.endsWith(quote);
  return quoted ? bare.slice(1, -1) : bare;
}

function uncommented(value: string): string {
  const comment = value.search(/[ \t]#/);
  return (comment === -1 ? value : value.slice(0, comment)).trim();
}
