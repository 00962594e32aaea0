import { expect } from '@playwright/test';
import { editorOf, expectSaved, joinAs, lookAt, textOf, writeNote } from '../e2e/person.ts';
import { type Server, test } from '../e2e/server.ts';

test.use({ mayBeRefused: true });

const minutes = Number(process.env.SOAK_MINUTES ?? 10);
const sentence = 'the quick brown fox jumps over a lazy dog and then it goes home. ';

/** What goes wrong by turns, several seconds each. */
const troubles: readonly ((server: Server) => Promise<void>)[] = [
  (server) => server.fault({ service: 'notes', effect: 'delay', delayMs: 3_000, times: 5 }),
  (server) => server.fault({ service: 'notes', effect: 'drop-response', times: 2 }),
  (server) => server.fault({ service: 'notes', effect: 'drop-request', times: 3 }),
  (server) => server.fault({ service: 'notes', effect: 'error', status: 503, times: 1_000 }),
  (server) => server.clearFaults(),
  (server) => server.fault({ service: 'notes', effect: 'error', status: 429, times: 2 }),
  (server) => server.fault({ service: 'notes', effect: 'expired-credentials', times: 1 }),
  (server) => server.fault({ service: 'notes', effect: 'cut-body', times: 2 }),
];
const betweenTroubles = 60_000 / troubles.length;

test(`${minutes} minutes of typing alone over a slow, bad network: no conflict, no lost character`, async ({
  page,
  server,
}) => {
  await joinAs(page, server, { email: 'soak@example.com', password: 'Passw0rd!soak' });
  await writeNote(page, 'Soak: ');
  await editorOf(page).press('ControlOrMeta+End');
  let typed = 'Soak: ';
  let trouble = 0;
  const began = Date.now();
  while (Date.now() - began < minutes * 60_000) {
    await editorOf(page).pressSequentially(sentence, { delay: 60 });
    typed += sentence;
    if (typed.length % (sentence.length * 20) < sentence.length) {
      await editorOf(page).press('Enter');
      typed += '\n';
    }
    expect(await textOf(page)).toBe(typed);
    await expect(page.getByText('Changed in two places at once')).toHaveCount(0);
    if (Date.now() - began < trouble * betweenTroubles) continue;
    await troubles[trouble % troubles.length]?.(server);
    trouble += 1;
  }
  await server.clearFaults();
  await lookAt(page);
  await expectSaved(page);
  const requests = (await server.requests()).filter(({ service }) => service === 'notes');
  console.log(`${typed.length} characters, ${requests.length} requests to the notes API, ${trouble} troubles`);
  const { notes } = await server.state();
  expect(
    Object.values(notes)
      .flat()
      .map(({ content }) => content),
  ).toEqual([typed]);
});
