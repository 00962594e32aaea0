import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { newObjectKey } from '#src/notes/object-key.ts';
import { failed } from '#src/notes/result.ts';
import type { AwsFailure } from '#src/services.ts';
import { comeNear } from '../support/browser-gaps.ts';
import { createFakeServices, fakeHome, fakeNow } from '../support/fake-services.ts';
import { picked } from '../support/picked.ts';
import { renderApp } from '../support/render-app.tsx';

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])]);
const onItsWay = 'On its way from another device, or gone.';
const offline: AwsFailure = { kind: 'offline', message: 'There is no network.', details: '' };

/** A note that names a file which another device was given a minute ago, and has not sent yet. */
async function withFileElsewhere(name: string, inline = false) {
  const randomBytes = (length: number) => new Uint8Array(length);
  const key = newObjectKey({ prefix: fakeHome.prefix, now: fakeNow - 60_000, randomBytes, name });
  const fake = createFakeServices();
  const link = `[${name}](attachment:~/${key.slice(fakeHome.prefix.length)})`;
  const id = fake.notebook.put({ text: `Trip\n\n${inline ? '!' : ''}${link}\n` });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  return { ...app, key, id };
}

const card = async () =>
  (await within(await screen.findByRole('list', { name: 'Attachments' })).findAllByRole('listitem'))[0];
/** Scrolls to the sign of a file that is away. */
const see = (words: HTMLElement) => expect(comeNear(words.parentElement ?? words)).toBe(true);

describe('A file that another device has not sent yet', () => {
  it('has a sign in the place of its picture, which comes by itself once it is there', async () => {
    const { notebook, key } = await withFileElsewhere('sea.png', true);
    see(await screen.findByText(onItsWay));
    act(() => notebook.arriveFile(key, png));
    expect(await screen.findByRole('img', { name: 'sea.png' })).toBeTruthy();
    expect(screen.queryByText(onItsWay)).toBeNull();
  });

  it('is looked for when a person wants it, who is told that it is still not there and keeps the focus', async () => {
    const { user, notebook, key } = await withFileElsewhere('sea.png', true);
    see(await screen.findByText(onItsWay));
    const again = screen.getByRole('button', { name: 'Try again' });
    await user.click(again);
    expect(await screen.findByText('Still not there.')).toBeTruthy();
    expect(document.activeElement).toBe(again);
    act(() => notebook.arriveFile(key, png));
    expect(await screen.findByRole('img', { name: 'sea.png' })).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement?.closest('li')).toBe(screen.getByRole('img', { name: 'sea.png' }).closest('li')),
    );
  });

  it('that is no picture has the sign in its row, without what a policy may lack', async () => {
    const { notebook, key } = await withFileElsewhere('plan.pdf');
    await waitFor(async () => expect(comeNear((await card()) ?? document.body)).toBe(true));
    see(await screen.findByText(onItsWay));
    expect(screen.queryByText('Copy details')).toBeNull();
    act(() => notebook.arriveFile(key, new Blob(['plan'])));
    await waitFor(async () => expect(comeNear((await card()) ?? document.body)).toBe(true));
    expect(await screen.findByText('4 bytes')).toBeTruthy();
  });

  it('has a sign in the note as it reads, and none while its picture is there', async () => {
    const { user, notebook, key } = await withFileElsewhere('sea.png', true);
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    const place = await waitFor(() => {
      const found = document.querySelector('[data-read-view] [data-picture]');
      if (found === null) throw new Error('no picture');
      return found;
    });
    comeNear(place);
    const sign = await waitFor(() => {
      const found = document.querySelector('[data-read-view] [data-missing]');
      if (found === null) throw new Error('no sign');
      return found;
    });
    expect(sign.textContent).toBe(`${onItsWay}Try again`);
    comeNear(sign);
    act(() => notebook.arriveFile(key, png));
    await waitFor(() => expect(place.querySelector('img')).toBeTruthy());
    expect(document.querySelector('[data-missing]')).toBeNull();
  });
});

it('A picture that this device has never read says so without a network', async () => {
  const fake = createFakeServices();
  fake.notebook.files.read = async () => failed(offline);
  const id = fake.notebook.put({ text: 'Trip\n\n![sea.png](attachment:~/sea.png)\n' });
  await renderApp({ fake, url: `/notes/${id}` });
  expect(await screen.findByText('Not on this device yet; it is shown when you are online.')).toBeTruthy();
});

describe('The save status', () => {
  const status = () => screen.getByRole('status', { name: 'Save status' }).textContent;

  it('says how many files of the note are on their way once the text is saved, not how far they are', async () => {
    const { notebook, id } = await withFileElsewhere('sea.png');
    await act(async () => {
      await notebook.files.attach(
        id,
        ['a.txt', 'b.txt'].map((name) => picked(new File(['abcd'], name))),
        null,
      );
    });
    await waitFor(() => expect(status()).toBe('Saved, 2 files on their way'));
    const [first, second] = notebook.files.uploads.get();
    act(() => notebook.send(first?.key ?? '', 2));
    expect(status()).toBe('Saved, 2 files on their way');
    act(() => notebook.send(first?.key ?? '', 4));
    expect(status()).toBe('Saved, 1 file on its way');
    act(() => notebook.failUpload(second?.key ?? '', { kind: 'too-large', message: 'Too large.', details: '' }));
    expect(status()).toBe('Saved, 1 file not sent');
    act(() => notebook.send(second?.key ?? '', 4));
    expect(status()).toMatch(/^Saved \S/);
  });
});
