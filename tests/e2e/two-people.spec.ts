import { expect } from '@playwright/test';
import { awsClient } from './aws-client.ts';
import { pngFile } from './files.ts';
import { attach, expectSaved, type Person, signOut, signUp, writeNote } from './person.ts';
import { test } from './server.ts';

const carol: Person = { email: 'carol@example.com', password: 'Passw0rd!carol' };
const dave: Person = { email: 'dave@example.com', password: 'Passw0rd!dave' };

test('a second person sees nothing of the first, and AWS refuses their credentials', async ({ page, server }) => {
  await signUp(page, server, carol);
  await writeNote(page, "Carol's diary");
  await attach(page, [pngFile('diary.png')]);
  await expectSaved(page);
  const hers = await awsClient(page);
  const key = (await server.state()).objects.map((object) => object.key).find((name) => name.includes(hers.identityId));
  const noteId = (await server.state()).notes[hers.identityId]?.[0]?.noteId;
  expect(key).toBeDefined();
  expect(noteId).toBeDefined();
  expect(await hers.s3('GET', key ?? '')).toBe(200);
  expect(await hers.notes('GET', `/notes/${noteId}`)).toMatchObject({ status: 200 });
  await signOut(page);

  await signUp(page, server, dave);
  await expect(page.getByText("Carol's diary")).toHaveCount(0);
  const his = await awsClient(page);
  expect(his.identityId).not.toBe(hers.identityId);
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
    expect(await his.s3(method, key ?? '', method === 'PUT' ? 'mine now' : undefined), method).toBe(403);
  }
  expect(await his.notes('GET', `/notes/${noteId}`)).toMatchObject({ status: 404 });
  expect((await his.notes('GET', '/notes')).text).not.toContain('diary');
  expect(await his.s3('PUT', `${his.identityId}/own.txt`, 'mine')).toBe(200);
  expect((await server.state()).objects.map((object) => object.key)).toContain(key);
});
