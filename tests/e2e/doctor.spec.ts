import { expect } from '@playwright/test';
import { ada, joinAs } from './person.ts';
import { test } from './server.ts';

// What is asked unsigned is meant to be refused.
test.use({ mayBeRefused: true });

test('the connection check is all green, for a guest as far as a guest can see', async ({ page, server }) => {
  await page.goto(`${server.url}/help`);
  await expect(page.getByText('What can be checked is as it should be.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Checks' }).getByText('Fine', { exact: true })).toHaveCount(8);
  await joinAs(page, server, ada);
  await page.goto(`${server.url}/help`);
  await expect(page.getByText('Everything is as it should be.')).toBeVisible();
  const { objects, uploads } = await server.state();
  expect([...objects, ...(uploads ?? [])]).toEqual([]);
});
