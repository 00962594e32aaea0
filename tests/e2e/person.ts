import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { account } from '../../local-aws/settings.ts';
import type { TestFile } from './files.ts';
import type { Server } from './server.ts';
import { storedSession } from './stored-session.ts';

export interface Person {
  readonly email: string;
  readonly password: string;
}

export const ada: Person = { email: 'ada@example.com', password: 'Passw0rd!ada' };

/** Signs up with the code from the inbox, as a newcomer does; ends on the library. */
export async function signUp(page: Page, server: Server, person: Person): Promise<void> {
  await page.goto(`${server.url}/signup`);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByLabel('Confirm Password').fill(person.password);
  await page.getByRole('button', { name: 'Create Account' }).click();
  await page.getByLabel('Confirmation Code').fill(await codeFor(server, person.email));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expectLibrary(page);
}

/** The quick way in for tests about something else: the account is made without the page. */
export async function joinAs(page: Page, server: Server, person: Person): Promise<void> {
  await createAccount(server, person);
  await enter(page, server, person);
}

/** A device on which the person has signed in before. */
export async function enter(page: Page, server: Server, person: Person): Promise<void> {
  const stored = await storedSession(await awsOf(server), person);
  await page.goto(`${server.url}/robots.txt`);
  await page.evaluate(
    (entries) => {
      for (const [key, value] of entries) localStorage.setItem(key, value);
    },
    [...stored],
  );
  await page.goto(server.url);
  await expectLibrary(page);
}

/** Where the server's embedded AWS is. */
async function awsOf(server: Server): Promise<string> {
  const html = await (await fetch(server.url)).text();
  const { origin } = JSON.parse(
    /name="satchel-local-aws" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '{}',
  );
  return origin;
}

export async function createAccount(server: Server, person: Person): Promise<void> {
  const { email, password } = person;
  const origin = await awsOf(server);
  const ask = async (action: string, body: object) => {
    const response = await fetch(`${origin}/user-pool`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify({ ClientId: account.userPoolClientId, Username: email, ...body }),
    });
    expect(response.ok, action).toBe(true);
  };
  await ask('SignUp', { Password: password, UserAttributes: [{ Name: 'email', Value: email }] });
  await ask('ConfirmSignUp', { ConfirmationCode: await codeFor(server, email) });
}

export async function signIn(page: Page, server: Server, person: Person): Promise<void> {
  await page.goto(`${server.url}/login`);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectLibrary(page);
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: /sign in/i }).first()).toBeVisible();
}

export async function expectLibrary(page: Page): Promise<void> {
  await expect(page.getByRole('searchbox', { name: 'Search notes' })).toBeVisible();
}

/** The newest sign-up code sent to the address; the mail may still be on its way. */
async function codeFor(server: Server, email: string): Promise<string> {
  let code = '';
  await expect(async () => {
    code = await server.code(email, 'sign-up');
  }).toPass();
  return code;
}

/** Writes a new note and waits until AWS has it. */
export async function writeNote(page: Page, text: string): Promise<void> {
  await page
    .getByRole('link', { name: 'New note' })
    .or(page.getByRole('button', { name: 'New note' }))
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Note' }).pressSequentially(text.slice(0, 5));
  await page.getByRole('textbox', { name: 'Note' }).fill(text);
  const title = text.split('\n', 1).join().replace(/^#+ /, '').trim();
  await expect(page.getByRole('article', { name: title, exact: true })).toBeVisible();
  await expectSaved(page);
}

/** What the text box says, be it a plain one or the editor. */
export const textOf = (page: Page): Promise<string> =>
  editorOf(page).evaluate((box) =>
    box instanceof HTMLTextAreaElement
      ? box.value
      : [...box.querySelectorAll('.cm-line')].map((line) => line.textContent ?? '').join('\n'),
  );

export const expectText = (page: Page, text: string | RegExp): Promise<void> => {
  const told = expect.poll(() => textOf(page), { timeout: 30_000 });
  return typeof text === 'string' ? told.toBe(text) : told.toMatch(text);
};

/** Waits until the page has all that it loads behind the list (src/app/parts.ts). */
export const expectAllParts = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('all parts').length > 0, undefined, {
    timeout: 60_000,
  });
};

export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Note' });

/** The quick look of a person who comes back to the window: sync looks for changes then. */
export const lookAt = (page: Page): Promise<unknown> => page.evaluate(() => window.dispatchEvent(new Event('focus')));

/** From the next page on, this device's clock can be put forward. */
export const withClock = (page: Page): Promise<void> => page.clock.install();

/** Lets the time pass in which a person may undo what was deleted. */
export const passTimeToUndo = (page: Page): Promise<void> => page.clock.fastForward(11_000);

export const expectOnDevice = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved on this device/);

export const expectSaved = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved(?! on this device)/);

export const openNote = (page: Page, title: string): Promise<void> =>
  page.getByRole('list', { name: 'Notes' }).getByRole('link', { name: title }).first().click();

/** Chooses files for the open note and waits until they are among its attachments. */
export async function attach(page: Page, files: readonly TestFile[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'satchel-files-'));
  const paths = files.map(({ name }) => join(folder, name));
  await Promise.all(files.map(({ buffer }, index) => writeFile(paths[index] ?? folder, buffer)));
  await page.locator('input[type=file][aria-label="Attach files"]').setInputFiles(paths);
  for (const { name } of files) {
    await expect(page.getByRole('button', { name: `Download ${name}` })).toBeVisible({ timeout: 60_000 });
  }
  await rm(folder, { recursive: true });
}

/** Downloads an attachment as a person would and gives the name that was suggested and the SHA-256 of the bytes. */
export async function download(page: Page, name: string): Promise<{ name: string; sha256: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${name}` }).click(),
  ]);
  return { name: file.suggestedFilename(), sha256: sha256(await readFile(await file.path())) };
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

export const openNotebook = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Notebooks' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
