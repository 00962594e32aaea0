import type { Page } from '@playwright/test';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { newNoteId } from '#src/notes/note-id.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import { recordRow } from '#src/store/record-row.ts';
import { summaryRow } from '#src/store/stored-rows.ts';
import { summaryOf } from '#src/store/summary-of.ts';
import { dice, noteText } from './notes.ts';

const together = 2_000;
const day = 24 * 60 * 60_000;

/**
 * Puts notes on the device of the person who is signed in, as the app's own store would have them, saved and unchanged since: over the
 * last two years. `texts` come first, so that they are the newest. The page has to be loaded anew to show them.
 */
export async function seedDevice(page: Page, count: number, texts: readonly string[] = []): Promise<void> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  const database = names.find((name) => name.startsWith('satchel/'));
  const identityId = decodeURIComponent(database?.split('/')[2] ?? '');
  if (database === undefined) throw new Error('Nobody is signed in: there is no copy of the notes on the device.');
  const home: AttachmentHome = { identityId, bucket: 'bench', prefix: `${identityId}/` };
  const random = dice(2);
  const now = Date.now();
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const recordOf = (number: number): NoteRecord => {
    const at = now - Math.floor((number / count) * 730 * day);
    const text = texts[number] ?? noteText(number, random);
    const base = { text, attachment: null, version: 1, at };
    return {
      ...{ id: newNoteId(at, bytes), text, attachment: null, createdAt: at, changedAt: at, base },
      ...{ sending: null, waiting: null, problem: null },
    };
  };
  for (let from = 0; from < count; from += together) {
    const records = Array.from({ length: Math.min(together, count - from) }, (_, at) => recordOf(from + at));
    const rows = records.map((record) => {
      const summary = summaryOf(record, home);
      return { id: record.id, record: recordRow(record, home), summary: summary === null ? null : summaryRow(summary) };
    });
    await page.evaluate(write, { database, rows });
  }
}

interface Rows {
  readonly database: string;
  readonly rows: readonly { readonly id: string; readonly record: object; readonly summary: object | null }[];
}

/** Runs in the page. */
function write({ database, rows }: Rows): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const opened = opening.result;
      const transaction = opened.transaction(['records', 'summaries', 'versions'], 'readwrite');
      for (const { id, record, summary } of rows) {
        transaction.objectStore('records').put(record);
        if (summary !== null) transaction.objectStore('summaries').put(summary);
        transaction.objectStore('versions').put(1, id);
      }
      transaction.onerror = () => fail(transaction.error);
      transaction.oncomplete = () => {
        opened.close();
        done();
      };
    };
  });
}
