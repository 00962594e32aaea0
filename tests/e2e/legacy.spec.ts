import { expect, type Page } from '@playwright/test';
import { pngFile } from './files.ts';
import { type OldNote, storeOldNotes } from './old-notes.ts';
import {
  ada,
  attach,
  download,
  editorOf,
  expectSaved,
  joinAs,
  menu,
  openNote,
  openNotebook,
  sha256,
} from './person.ts';
import { type Server, test } from './server.ts';

// The old clients wrote under both policies; what each test looks at, it sees under its own.
const before = { LOCAL_AWS_API: 'tutorial', LOCAL_AWS_POLICY: 'tutorial-both' };
// All notes are in sight.
test.use({ env: before, mayBeRefused: true, viewport: { width: 1280, height: 1000 } });

test.afterEach(({ server }) => restart(server, before));

async function restart(server: Server, settings: Readonly<Record<string, string>>): Promise<void> {
  await server.stop();
  await server.start(settings);
}

/** The tutorial's data, as who signs in finds it once their backend has these settings. */
async function withOldNotes(page: Page, server: Server, settings: Readonly<Record<string, string>>) {
  await joinAs(page, server, ada);
  const { aws, notes } = await storeOldNotes(page);
  await restart(server, settings);
  const stored = async () => (await server.state()).notes[aws.identityId] ?? [];
  const wireOf = async ({ title }: OldNote) =>
    (await stored()).find(({ content }) => content?.startsWith(title))?.attachment;
  const keys = async () => (await server.state()).objects.map(({ key }) => key);
  await page.goto(server.url);
  return { id: aws.identityId, notes, wireOf, keys };
}

async function remove(page: Page, { name }: OldNote): Promise<void> {
  const button = page.getByRole('button', { name: `Remove ${name}` });
  await button.click();
  // Until then it still says of the note before the removal that it is saved.
  await expect(button).toBeHidden();
  await expectSaved(page);
}

const attachmentsOf = (page: Page) => page.getByRole('list', { name: 'Attachments' });

/** Opens the note and waits until it is the one that is seen. */
async function open(page: Page, { title }: OldNote): Promise<void> {
  await openNote(page, title);
  await expect(page.getByRole('article', { name: title, exact: true })).toBeVisible();
}

async function expectShown(page: Page, note: OldNote): Promise<void> {
  await open(page, note);
  if (note.name.endsWith('.png')) await expect(page.getByRole('img', { name: note.name })).toBeVisible();
  else await expect(attachmentsOf(page)).toContainText('2.9 kB');
  expect(await download(page, note.name)).toEqual({ name: note.name, sha256: sha256(note.bytes) });
}

async function expectExplained(page: Page, note: OldNote, prefix: string, resource: string): Promise<void> {
  await open(page, note);
  await expect(attachmentsOf(page)).toContainText(
    'it is where an older app put it and your AWS policy does not let you',
  );
  await attachmentsOf(page).locator('summary').click();
  const details = attachmentsOf(page).locator('pre');
  await expect(details).toContainText(`Key: ${note.key}`);
  await expect(details).toContainText(`This one needs the prefix: ${prefix}`);
  await expect(details).toContainText(`"arn:aws:s3:::satchel-local-uploads/${resource}"`);
  // The page stays where it is.
  await page.getByRole('button', { name: `Download ${note.name}` }).click();
  await expect(page.getByText(new RegExp(`^${note.name.replace(/[+%.]/g, '\\$&')}: `))).toBeVisible();
}

const me = `\${cognito-identity.amazonaws.com:sub}`;

const ofSatchel = (id: string) => `${id}/`;
const ofAmplify = (id: string) => `private/${id}/`;

for (const { under, settings, lets, prefix } of [
  {
    under: 'the policy of 2017',
    settings: { LOCAL_AWS_POLICY: 'tutorial-2017' },
    lets: [`${me}-*`, `${me}/*`],
    prefix: ofSatchel,
  },
  {
    under: 'the policy of 2018',
    settings: { LOCAL_AWS_POLICY: 'tutorial-2018' },
    lets: [`private/${me}/*`],
    prefix: ofAmplify,
  },
  {
    under: 'both policies, of who has moved on',
    settings: {},
    lets: [`${me}-*`, `${me}/*`, `private/${me}/*`],
    prefix: ofAmplify,
  },
  {
    under: 'our policy and our function, on their table and bucket',
    settings: { LOCAL_AWS_POLICY: 'satchel', LOCAL_AWS_API: 'versioned' },
    lets: [`${me}/*`],
    prefix: ofSatchel,
  },
]) {
  // The first has notes that open and notes that do not.
  const tag = under === 'the policy of 2017' ? [] : ['@soak'];
  test(`the tutorial's notes under ${under}: each attachment opens, is replaced and goes, or says what keeps it`, {
    tag,
  }, async ({ page, server }) => {
    test.slow();
    const { id, notes, wireOf, keys } = await withOldNotes(page, server, settings);
    const placeOf = (key: string) => key.slice(0, key.indexOf(id) + id.length + 1);
    const isLet = ({ key }: OldNote) => key !== null && lets.includes(`${placeOf(key).replace(id, me)}*`);
    await expect(page.getByRole('list', { name: 'Notes' }).getByRole('listitem')).toHaveCount(notes.length);

    for (const note of notes) {
      if (note.key === null) continue;
      if (isLet(note)) await expectShown(page, note);
      else await expectExplained(page, note, placeOf(note.key), `${placeOf(note.key).replace(id, me)}*`);
    }
    for (const note of notes.filter(({ title }) => title.startsWith('Without'))) {
      await open(page, note);
      await expect(attachmentsOf(page)).toHaveCount(0);
    }

    const [shown, written, , removed, deleted] = notes.filter(({ key }) => key !== null);
    const [elsewhere, theirs] = notes.filter(({ title }) => title.startsWith('Another'));
    if (!shown || !written || !removed || !deleted || !elsewhere || !theirs) throw new Error('too few notes');

    // Two that nobody can have.
    await open(page, theirs);
    await expect(attachmentsOf(page)).toContainText('This file is not in your part of the bucket');
    await open(page, elsewhere);
    await expect(attachmentsOf(page)).toContainText('but at elsewhere-uploads.s3.amazonaws.com');
    await expect(page.getByRole('link', { name: 'Open far.png in a new tab' })).toHaveAttribute(
      'href',
      elsewhere.attachment ?? '',
    );
    await remove(page, elsewhere);

    // Removed, and replaced by another.
    await open(page, removed);
    await remove(page, removed);
    await open(page, shown);
    await attach(page, [pngFile('new one.png')]);
    await expectSaved(page);
    expect(await wireOf(shown)).toBe(shown.attachment);
    await remove(page, shown);
    await expect.poll(() => wireOf(shown)).toMatch(/^\w+-new_one\.png$/);
    expect([await wireOf(elsewhere), await wireOf(removed)]).toEqual([null, null]);

    await open(page, deleted);
    await menu(page, 'Move to trash');
    await openNotebook(page, 'Trash');
    await openNote(page, deleted.title);
    await menu(page, 'Delete for ever');

    // What is only written in keeps what the old client has stored, byte for byte.
    await openNotebook(page, 'All notes');
    await open(page, written);
    await editorOf(page).press('Control+End');
    await editorOf(page).pressSequentially(' and more');
    await expectSaved(page);
    expect(await wireOf({ ...written, title: `${written.title} and more` })).toBe(written.attachment);

    // What may be deleted has gone, and nothing else.
    const kept = notes.filter(
      (note) => note.key !== null && !([removed, shown, deleted].includes(note) && isLet(note)),
    );
    const added = `${prefix(id)}${await wireOf(shown)}`;
    await expect.poll(keys, { timeout: 60_000 }).toHaveLength(kept.length + 1);
    expect(new Set(await keys())).toEqual(new Set([...kept.map(({ key }) => key), added]));
    // Where its file must stay, that has told nothing of the time in which it could be undone.
    await expect.poll(() => wireOf(deleted), { timeout: 60_000 }).toBeUndefined();
  });
}
