import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { blobAddresses, comeNear } from '../support/browser-gaps.ts';
import { createFakeServices, fakeHome } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';
import { savedFiles, unzipped } from '../support/saved-files.ts';

const saved = savedFiles();

/** A recording of so many bytes. */
const wav = (bytes = 44) => new Blob([`RIFF0000WAVEfmt ${'\0'.repeat(bytes - 16)}`]);

async function openNote(name: string, file: Blob) {
  const fake = createFakeServices();
  fake.notebook.objects.set(fakeHome.prefix + name, file);
  const id = fake.notebook.put({ text: `Music\n\n[${name}](attachment:~/${name})` });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  const card = within(await screen.findByRole('list', { name: 'Attachments' })).getByRole('listitem');
  return { ...app, card, see: () => waitFor(() => expect(comeNear(card)).toBe(true)) };
}

const player = (card: HTMLElement): HTMLMediaElement => {
  const found = card.querySelector<HTMLMediaElement>('audio, video');
  if (found === null) throw new Error('Nothing plays.');
  return found;
};

describe('audio and video', () => {
  it('plays from the device where a person presses its button, and no address is left when it is stopped', async () => {
    const { user, card, see } = await openNote('song.wav', wav());
    await see();
    await user.click(await screen.findByRole('button', { name: 'Play song.wav' }));
    const element = player(card);
    expect(element.tagName).toBe('AUDIO');
    expect(blobAddresses).toContain(element.getAttribute('src'));
    await user.click(screen.getByRole('button', { name: 'Stop song.wav' }));
    expect(element.getAttribute('src')).toBeNull();
    expect(blobAddresses.size).toBe(0);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Play song.wav' }));
  });

  it('goes on where it was with a new address when the old one has run out', async () => {
    const { user, card, see } = await openNote('song.wav', wav(2_000));
    await see();
    await user.click(await screen.findByRole('button', { name: 'Play song.wav' }));
    const element = player(card);
    const address = element.src;
    expect(address).toContain('https://bucket.example/');
    fireEvent.loadedMetadata(element);
    element.currentTime = 90;
    await act(async () => fireEvent.error(element));
    expect(element.src).not.toBe(address);
    expect(element.currentTime).toBe(90);
    await act(async () => fireEvent.error(element));
    expect(screen.getByRole('alert').textContent).toContain('This cannot be played now.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Stop song.wav' }));
    expect(document.body.innerHTML).not.toContain('bucket.example');
    expect(element.getAttribute('src')).toBeNull();
  });

  it('that the browser cannot play is a file like others, and says so', async () => {
    const { user, card, see } = await openNote('song.wav', wav());
    await see();
    await user.click(await screen.findByRole('button', { name: 'Play song.wav' }));
    await act(async () => fireEvent.error(player(card)));
    expect(screen.getByText(/Your browser cannot play this file/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(?:Play|Stop) / })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Download song.wav' }));
    expect(blobAddresses.size).toBe(0);
  });

  it('is told by its bytes, not by its name', async () => {
    const { card, see } = await openNote('song.mp3', new Blob(['<!doctype html><script>alert(1)</script>']));
    await see();
    expect(await within(card).findByText('40 bytes')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Play song.mp3' })).toBeNull();
  });
});

it('a file tells its size when its card is seen', async () => {
  const { card, see } = await openNote('plan.pdf', new Blob(['x'.repeat(2048)]));
  expect(within(card).queryByText('2 kB')).toBeNull();
  await see();
  expect(await within(card).findByText('2 kB')).toBeTruthy();
});

it('all files of a note are downloaded together, by a button that says how many and how large they are', async () => {
  const fake = createFakeServices();
  for (const name of ['a.pdf', 'b.pdf'])
    fake.notebook.objects.set(fakeHome.prefix + name, new Blob(['x'.repeat(1024)]));
  const id = fake.notebook.put({ text: 'Plans\n\n[a.pdf](attachment:~/a.pdf) [b.pdf](attachment:~/b.pdf)' });
  const { user } = await renderApp({ fake, url: `/notes/${id}` });
  const button = await screen.findByRole('button', { name: 'Download all (2 files)' });
  await act(async () => comeNear(button.parentElement ?? button));
  await user.click(await screen.findByRole('button', { name: 'Download all (2 files, 2 kB)' }));
  expect(await screen.findByText('2 files downloaded.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Download all/ }));
  expect(saved.map(({ name }) => name)).toEqual(['Plans.zip']);
  expect(Object.keys(await unzipped(saved[0]?.file ?? new Blob()))).toEqual(['a.pdf', 'b.pdf']);
});
