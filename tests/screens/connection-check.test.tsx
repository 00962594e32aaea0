import { act, screen, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Check } from '#src/services.ts';
import { german } from '#src/words/german.ts';
import { createWords } from '#src/words/words.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';

const checks: readonly Check[] = [
  { id: 'settings', title: { message: 'Settings' }, state: { kind: 'fine', told: { message: 'AWS answers.' } } },
  {
    id: 'put',
    title: { message: 'Bucket, putting a file' },
    state: {
      kind: 'wrong',
      diagnosis: {
        message: 'AWS does not take files under {prefix}: the prefix does not fit the policy.',
        values: { prefix: 'private/x/' },
        change: { message: 'Put these rules under the bucket’s CORS.' },
        where: 'IAM → Roles',
        statement: '{"Effect":"Allow"}',
      },
      details: 'HTTP 403 AccessDenied',
    },
  },
  {
    id: 'get',
    title: { message: 'Bucket, reading a file' },
    state: { kind: 'skipped', why: { message: 'Not looked at, because an earlier check failed.' }, stops: true },
  },
];

describe('the connection check', () => {
  it('says what is wrong, what to change and where, and leaves nothing for axe to find', async () => {
    document.documentElement.lang = 'en';
    const { user } = await renderApp({ url: '/help', fake: createFakeServices({ checks }) });
    const rows = within(await screen.findByRole('list', { name: 'Checks' })).getAllByRole('listitem');
    expect(rows).toHaveLength(3);
    expect(rows[0]?.textContent).toContain('Fine');
    const wrong = rows[1]?.textContent ?? '';
    for (const part of ['Wrong', 'under private/x/', 'Put these rules', 'IAM → Roles', 'HTTP 403 AccessDenied'])
      expect(wrong).toContain(part);
    expect(rows[2]?.textContent).toContain('Not checked');
    expect(screen.getByText('1 thing is to be changed.').getAttribute('role')).toBe('status');
    const { violations } = await axe(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Copy report' }));
    const report = await navigator.clipboard.readText();
    expect(report).toContain('[Wrong] Bucket, putting a file');
    expect(report).toContain('What to change: Put these rules under the bucket’s CORS.');
  });

  it('runs again when asked, and can be stopped', async () => {
    const fake = createFakeServices();
    let runs = 0;
    let end = () => {};
    let aborted = false;
    Object.assign(fake.services.doctor, {
      examine: ({ onChange, signal }: Parameters<typeof fake.services.doctor.examine>[0]) => {
        runs += 1;
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        onChange([{ id: 'settings', title: { message: 'Settings' }, state: { kind: 'running' } }]);
        return new Promise((done) => {
          end = () => done({ ok: true, value: [] });
        });
      },
    });
    const { user } = await renderApp({ url: '/help', fake });
    expect(await screen.findByRole('progressbar', { name: 'Checks' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(aborted).toBe(true);
    await act(async () => end());
    await user.click(screen.getByRole('button', { name: 'Run again' }));
    expect(runs).toBe(2);
    expect(screen.getByRole('button', { name: 'Stop' })).toBe(document.activeElement);
  });

  it('speaks German', async () => {
    const words = createWords('de', 'de-DE', german);
    await renderApp({ url: '/help', fake: createFakeServices({ checks }), words, languages: ['de'] });
    expect(await screen.findByText('1 Sache ist zu ändern.')).toBeTruthy();
    expect(screen.getByText(/^AWS nimmt unter private\/x\/ keine Dateien an/)).toBeTruthy();
  });

  it('tells a guest what cannot be checked', async () => {
    await renderApp({ url: '/help', fake: createFakeServices({ user: null, checks: [] }) });
    expect(await screen.findByText('Nobody is signed in, so that only the first part can be checked.')).toBeTruthy();
  });
});
