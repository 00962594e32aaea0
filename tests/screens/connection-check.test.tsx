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
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Settings.*Fine$/),
      expect.stringMatching(/^Bucket, putting a file.*under private\/x\/.*Wrong$/),
      expect.stringMatching(/^Bucket, reading a file.*Not checked$/),
    ]);
    const [found, ...others] = within(screen.getByRole('list', { name: 'Findings' })).getAllByRole('listitem');
    for (const part of ['Wrong', 'under private/x/', 'Put these rules', 'IAM → Roles', 'HTTP 403 AccessDenied'])
      expect(found?.textContent).toContain(part);
    expect(others).toEqual([]);
    expect(screen.getByText('1 thing is wrong.').getAttribute('role')).toBe('status');
    const { violations } = await axe(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Copy report' }));
    const report = await navigator.clipboard.readText();
    expect(report).toContain('[Wrong] Bucket, putting a file');
    expect(report).toContain('What to change: Put these rules under the bucket’s CORS.');
    for (const fact of ['Region: us-east-1', 'App client: 1client2of3', 'Prefix of files: {identityId}/'])
      expect(report).toContain(fact);
  });

  it('says what is found before anything else on the page, what is wrong before what could be better', async () => {
    const better: Check = {
      id: 'api cors',
      title: { message: 'Notes API, from this page' },
      state: {
        kind: 'advice',
        diagnosis: { message: 'Refusals are hidden.', change: { message: 'Show them.' }, where: null },
        details: '',
      },
    };
    await renderApp({ url: '/help', fake: createFakeServices({ checks: [better, ...checks] }) });
    await screen.findByRole('list', { name: 'Findings' });
    const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(headings.slice(0, 5)).toEqual([
      'Connection',
      'Check of the connection',
      'AWS does not take files under private/x/: the prefix does not fit the policy.',
      'Refusals are hidden.',
      'Now',
    ]);
    expect(screen.getByText('1 thing is wrong.')).toBeTruthy();
  });

  it('does not call broken what could only be better', async () => {
    const one: Check = {
      id: 'etag',
      title: { message: 'Bucket, what it shows' },
      state: {
        kind: 'advice',
        diagnosis: { message: 'It shows no ETag.', change: { message: 'Show it.' }, where: null },
        details: '',
      },
    };
    await renderApp({ url: '/help', fake: createFakeServices({ checks: [one] }) });
    expect(await screen.findByText('Nothing is wrong, and 1 thing could be better.')).toBeTruthy();
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
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Stopped before the end.');
    await user.click(screen.getByRole('button', { name: 'Run again' }));
    expect(runs).toBe(2);
    expect(screen.queryByText('Stopped before the end.')).toBeNull();
    expect(screen.getByRole('button', { name: 'Stop' })).toBe(document.activeElement);
  });

  it('speaks German', async () => {
    const words = createWords('de', 'de-DE', german);
    await renderApp({ url: '/help', fake: createFakeServices({ checks }), words, languages: ['de'] });
    expect(await screen.findByText('1 Sache stimmt nicht.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: /^AWS nimmt unter private\/x\/ keine Dateien an/ })).toBeTruthy();
  });

  it('tells a guest what cannot be checked, and leads to signing in and back here', async () => {
    await renderApp({ url: '/help', fake: createFakeServices({ user: null, checks: [] }) });
    expect(await screen.findByText('Nobody is signed in, so that only the first part can be checked.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/login?redirect=%2Fhelp');
  });
});
