import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '#src/notes/result.ts';
import { blobAddresses, comeNear } from '../support/browser-gaps.ts';
import { createFakeServices, fakeHome } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';
import { savedFiles } from '../support/saved-files.ts';

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])]);
const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], { type: 'image/png' });

async function openNote(
  text: string,
  { attachment, files = {} }: { attachment?: string; files?: Record<string, Blob> } = {},
) {
  const fake = createFakeServices();
  for (const [name, blob] of Object.entries(files)) fake.notebook.objects.set(fakeHome.prefix + name, blob);
  const id = fake.notebook.put({ text, ...(attachment === undefined ? {} : { attachment }) });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  await screen.findByRole('textbox', { name: 'Note' });
  return { ...app, id };
}

const fileInput = () => screen.getByLabelText('Attach files', { selector: 'input' });
/** Scrolls to them, once they are there. */
const seeAll = () => waitFor(() => expect(attachments().map(comeNear)).toContain(true));
/** What the 2017 clients stored. */
const addressOf = (key: string) => `https://${fakeHome.bucket}.s3.amazonaws.com/${encodeURIComponent(key)}`;
const attachments = () => within(screen.getByRole('list', { name: 'Attachments' })).getAllByRole('listitem');

it('shows the first of very many attachments, and more on demand', async () => {
  const links = Array.from({ length: 70 }, (_, at) => `[f${at}.pdf](attachment:~/f${at}.pdf)`);
  const { user } = await openNote(links.join('\n'));
  await screen.findByRole('list', { name: 'Attachments' });
  expect(attachments()).toHaveLength(60);
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(attachments()).toHaveLength(70);
});

describe('downloading without a network', () => {
  const offline = async () => failed({ kind: 'offline' as const, message: 'There is no network.', details: '' });
  const saved = savedFiles();

  it('saves what this device has, under its name and as nothing that a browser would open', async () => {
    const { user, notebook } = await openNote('[plan.html](attachment:~/plan.html)', {
      files: { 'plan.html': new Blob(['<b>plan</b>'], { type: 'text/html' }) },
    });
    notebook.files.downloadAddress = offline;
    await user.click(await screen.findByRole('button', { name: 'Download plan.html' }));
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['plan.html']));
    expect(saved[0]?.file.type).toBe('application/octet-stream');
    expect(await saved[0]?.file.text()).toBe('<b>plan</b>');
    expect(screen.queryByText(/There is no network/)).toBeNull();
  });

  it('says why where this device does not have it', async () => {
    const { user, notebook } = await openNote('[plan.pdf](attachment:~/plan.pdf)');
    notebook.files.downloadAddress = offline;
    notebook.files.read = offline;
    await user.click(await screen.findByRole('button', { name: 'Download plan.pdf' }));
    expect(await screen.findByText('plan.pdf: There is no network.')).toBeTruthy();
    expect(saved).toEqual([]);
  });
});

describe('attaching files', () => {
  it('shows how far each file is, and then the attachment itself', async () => {
    const { user, notebook } = await openNote('Plan');
    await user.upload(fileInput(), [new File(['a'.repeat(200)], 'plan.pdf'), new File(['b'], 'notes.txt')]);
    expect(screen.getByRole('progressbar', { name: 'Uploading notes.txt' })).toBeTruthy();
    const [first] = notebook.files.uploads.get();
    act(() => notebook.send(first?.key ?? '', 50));
    expect(screen.getByRole('progressbar', { name: 'Uploading plan.pdf' }).getAttribute('aria-valuenow')).toBe('25');
    act(() => notebook.send(first?.key ?? '', 200));
    expect(await screen.findByRole('button', { name: 'Download plan.pdf' })).toBeTruthy();
    expect(screen.queryByRole('progressbar', { name: 'Uploading plan.pdf' })).toBeNull();
  });

  it('refuses a file over the limit by name, and takes the others', async () => {
    const { user, notebook } = await openNote('Plan');
    await user.upload(fileInput(), [new File(['a'.repeat(1001)], 'film.mov'), new File(['b'], 'notes.txt')]);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('film.mov');
    expect(alert.textContent).toContain('over the limit');
    expect(notebook.files.uploads.get().map(({ name }) => name)).toEqual(['notes.txt']);
    await user.click(within(alert).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach files' }));
  });

  it('cancels', async () => {
    const { user, notebook } = await openNote('Plan');
    await user.upload(fileInput(), new File(['a'], 'plan.pdf'));
    await user.click(screen.getByRole('button', { name: /^Cancel / }));
    expect(notebook.files.uploads.get()).toEqual([]);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach files' }));
  });

  it('takes cancelling back', async () => {
    const { user, notebook, id } = await openNote('Plan');
    await user.upload(fileInput(), new File(['a'], 'plan.pdf'));
    await user.click(screen.getByRole('button', { name: 'Cancel plan.pdf' }));
    expect(notebook.text(id)).not.toContain('plan.pdf');
    expect(screen.getByText('Took plan.pdf back out.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('progressbar', { name: 'Uploading plan.pdf' })).toBeTruthy();
    expect(notebook.text(id)).toContain('plan.pdf');
  });

  it('pauses and resumes a large file', async () => {
    const { user, notebook } = await openNote('Plan');
    await user.upload(fileInput(), new File(['a'], 'film.mp4'));
    expect(screen.queryByRole('button', { name: 'Pause film.mp4' })).toBeNull();
    act(() => notebook.files.uploads.set(notebook.files.uploads.get().map((one) => ({ ...one, totalBytes: 2 ** 24 }))));
    await user.click(screen.getByRole('button', { name: 'Pause film.mp4' }));
    expect(screen.getByText(/· Paused$/)).toBeTruthy();
    const resume = screen.getByRole('button', { name: 'Resume film.mp4' });
    expect(document.activeElement).toBe(resume);
    await user.click(resume);
    expect(screen.getByRole('button', { name: 'Pause film.mp4' })).toBeTruthy();
  });

  it('says what to change where AWS does not take a file', async () => {
    const { user, notebook } = await openNote('Plan');
    await user.upload(fileInput(), new File(['a'], 'plan.pdf'));
    const [upload] = notebook.files.uploads.get();
    act(() => notebook.failUpload(upload?.key ?? '', { kind: 'denied', message: 'raw', details: 'HTTP 403' }));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Only on this device. AWS did not take it.');
    expect(alert.textContent).toContain('where Satchel is set to put them');
    const details = alert.querySelector('pre')?.textContent ?? '';
    expect(details).toContain(`VITE_ATTACHMENTS_PREFIX has Satchel put new files under: ${fakeHome.prefix}`);
    expect(details).toContain('private/{identityId}/ for the one since March 2018');
    expect(details).toContain('"s3:PutObject"');
    expect(details).toContain('HTTP 403');
  });

  it('comes into sight, as does a refusal: both stand under the text', async () => {
    const { user } = await openNote('Plan');
    const shown: Element[] = [];
    Element.prototype.scrollIntoView = function () {
      shown.push(this);
    };
    await user.upload(fileInput(), new File(['a'], 'plan.pdf'));
    await waitFor(() => expect(shown.at(-1)?.contains(screen.getByRole('progressbar'))).toBe(true));
    await user.upload(fileInput(), new File(['a'.repeat(1001)], 'film.mov'));
    await waitFor(() => expect(shown.at(-1)?.contains(screen.getByRole('alert'))).toBe(true));
    // Not the files between the two, which may fill many windows.
    expect(shown.some((element) => element.contains(screen.getByText('Attachments')))).toBe(false);
  });

  it('leaves the page where it is where a file was dropped on a place in the text', async () => {
    const { notebook } = await openNote('Plan');
    const shown: Element[] = [];
    Element.prototype.scrollIntoView = function () {
      shown.push(this);
    };
    const text = await screen.findByRole('textbox', { name: 'Note' });
    const drop = (file: File) => fireEvent.drop(text, { dataTransfer: { types: ['Files'], files: [file] } });
    drop(new File(['a'], 'dropped.txt'));
    await waitFor(() => expect(notebook.files.uploads.get()).toHaveLength(1));
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    expect(shown).toEqual([]);
    drop(new File(['a'.repeat(1001)], 'film.mov'));
    await waitFor(() => expect(shown.at(-1)?.contains(screen.getByRole('alert'))).toBe(true));
  });

  it('says why a file is not sent, and sends it again', async () => {
    const { user, notebook } = await openNote('Plan');
    await user.upload(fileInput(), new File(['a'], 'plan.pdf'));
    const [upload] = notebook.files.uploads.get();
    act(() =>
      notebook.failUpload(upload?.key ?? '', { kind: 'offline', message: 'The network was lost.', details: '' }),
    );
    expect(screen.getByRole('alert').textContent).toContain('Only on this device. The network was lost.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('progressbar', { name: 'Uploading plan.pdf' })).toBeTruthy();
    expect(notebook.files.uploads.get()).toHaveLength(1);
  });

  it('takes files dropped on the note, and shows where they would go', async () => {
    const { notebook } = await openNote('Plan');
    const dataTransfer = { types: ['Files'], files: [new File(['a'], 'dropped.txt')] };
    const text = screen.getByRole('textbox', { name: 'Note' });
    fireEvent.dragEnter(text, { dataTransfer });
    expect(screen.getByText('Drop to attach')).toBeTruthy();
    fireEvent.drop(text, { dataTransfer });
    expect(screen.queryByText('Drop to attach')).toBeNull();
    expect(notebook.files.uploads.get().map(({ name }) => name)).toEqual(['dropped.txt']);
  });

  it.each(['/', '/notes/new?text=Bread', '/settings', '/no/such/page'])(
    'is not possible at %s: a file that is dropped or pasted there does not replace the app, which says where it can go',
    async (url) => {
      const { notebook, user } = await renderApp({ url });
      const dataTransfer = { types: ['Files'], files: [new File(['a'], 'dropped.txt')] };
      const told = 'Files go into a note: open one, or begin a new one, and drop or paste them there.';
      expect(fireEvent.dragOver(document.body, { dataTransfer })).toBe(false);
      expect(screen.queryByText(told)).toBeNull();
      expect(fireEvent.drop(screen.getByRole('main'), { dataTransfer })).toBe(false);
      await user.click(within(screen.getByText(told).parentElement ?? document.body).getByRole('button'));
      expect(screen.queryByText(told)).toBeNull();
      fireEvent.paste(screen.getByRole('main'), { clipboardData: { ...dataTransfer, getData: () => '' } });
      expect(screen.getAllByText(told)).toHaveLength(1);
      expect(notebook.files.uploads.get()).toEqual([]);
    },
  );

  it('leaves a text that is dragged to the browser', async () => {
    await renderApp();
    const dataTransfer = { types: ['text/plain'], files: [] };
    expect(fireEvent.dragOver(screen.getByRole('searchbox'), { dataTransfer })).toBe(true);
    expect(fireEvent.drop(screen.getByRole('searchbox'), { dataTransfer })).toBe(true);
  });

  it('takes the files in a dropped folder and in those under it, without what systems put there for themselves', async () => {
    const { notebook } = await openNote('Plan');
    const photos = folder('Photos', [
      aFile('.DS_Store'),
      folder('2026', [aFile('sea.jpg', '/Photos/2026/sea.jpg')]),
      aFile('hill.jpg', '/Photos/hill.jpg'),
      folder('Later', []),
    ]);
    drop([photos, aFile('plan.pdf')]);
    await waitFor(() =>
      expect(notebook.files.uploads.get().map(({ name }) => name)).toEqual([
        'Photos/2026/sea.jpg',
        'Photos/hill.jpg',
        'plan.pdf',
      ]),
    );
  });

  it('takes no folder that has no file or too many, and says so', async () => {
    const { notebook } = await openNote('Plan');
    drop([folder('Empty', [])]);
    expect(await screen.findByText('There is no file in this folder.')).toBeTruthy();
    drop([
      folder(
        'All',
        Array.from({ length: 1_001 }, (_, at) => aFile(`${at}.txt`)),
      ),
    ]);
    expect(await screen.findByText(/These are more than 1,000 files/)).toBeTruthy();
    expect(notebook.files.uploads.get()).toEqual([]);
  });

  it.each([
    ['a picture alone', 'shot.png', {}, true],
    ['a picture copied in a browser', 'image.png', { 'text/html': '<img src="https://a.example/b">' }, true],
    ['a file copied in a file manager that adds its name', 'plan 1.pdf', { 'text/plain': 'plan 1.pdf' }, true],
    ['… or its address', 'plan 1.pdf', { 'text/plain': 'file:///home/ada/plan%201.pdf' }, true],
    ['text with a picture of it', 'image.png', { 'text/plain': 'Sow peas', 'text/html': '<b>Sow peas</b>' }, false],
  ])('pasted: %s', async (_what, name, texts: Readonly<Record<string, string>>, isTaken) => {
    const { notebook } = await openNote('Plan');
    const clipboardData = {
      types: ['Files', ...Object.keys(texts)],
      files: [new File(['a'], name)],
      getData: (type: string) => texts[type] ?? '',
    };
    fireEvent.paste(screen.getByRole('textbox', { name: 'Note' }), { clipboardData });
    expect(notebook.files.uploads.get().map((upload) => upload.name)).toEqual(isTaken ? [name] : []);
  });
});

/** What a browser tells of a dropped file. */
const aFile = (name: string, fullPath = `/${name}`) => ({
  name,
  fullPath,
  isFile: true,
  isDirectory: false,
  file: (done: (file: File) => void) => done(new File(['a'], name)),
});

/** What a browser tells of a dropped folder: two hundred of its entries at a time. */
const folder = (name: string, content: readonly object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...content];
    return { readEntries: (done: (some: readonly object[]) => void) => done(left.splice(0, 200)) };
  },
});

const drop = (entries: readonly { readonly name: string }[]) => {
  const files = entries.map(({ name }) => new File([], name));
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  fireEvent.drop(screen.getByRole('textbox', { name: 'Note' }), { dataTransfer: { types: ['Files'], files, items } });
};

describe('the attachments of a note', () => {
  it('show an image from its bytes, and let go of the address when the note closes', async () => {
    const { user } = await openNote('Beds\n\n![beds.png](attachment:~/beds.png)', { files: { 'beds.png': png } });
    const image = await screen.findByRole('img', { name: 'beds.png' });
    expect(blobAddresses.has(image.getAttribute('src') ?? '')).toBe(true);
    await user.click(screen.getByRole('link', { name: 'Trash' }));
    expect(blobAddresses.size).toBe(0);
  });

  it('never show what only claims to be an image', async () => {
    await openNote('Beds\n\n![evil.png](attachment:~/evil.png)', { files: { 'evil.png': svg } });
    await waitFor(() => expect(attachments()[0]?.textContent).toContain('59 bytes'));
    expect(screen.queryByRole('img')).toBeNull();
    expect(blobAddresses.size).toBe(0);
    expect(screen.getByRole('button', { name: 'Download evil.png' })).toBeTruthy();
  });

  it('say that an object is missing', async () => {
    await openNote('Beds\n\n![lost.png](attachment:~/lost.png)');
    expect(await screen.findByText('Missing: it is deleted, or AWS does not let you reach it.')).toBeTruthy();
  });

  it('say what the policy lacks where an older app put a file elsewhere', async () => {
    const { user } = await openNote('From 2017', { attachment: addressOf(`${fakeHome.identityId}-1500-scan.pdf`) });
    await seeAll();
    const row = await screen.findByText(/it is where an older app put it and your AWS policy does not let you/);
    const details = row.parentElement?.querySelector('pre')?.textContent ?? '';
    expect(details).toContain(`Key: ${fakeHome.identityId}-1500-scan.pdf`);
    expect(details).toContain(`This one needs the prefix: ${fakeHome.identityId}-`);
    expect(details).toContain('"s3:GetObject"');
    expect(details).toContain(`"arn:aws:s3:::${fakeHome.bucket}/\${cognito-identity.amazonaws.com:sub}-*"`);
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(await navigator.clipboard.readText()).toBe(details);
    await screen.findByText('Copied.');
  });

  it('are looked for again where a person asks for it', async () => {
    const { user, notebook } = await openNote('Plan\n\n[plan.pdf](attachment:~/plan.pdf)');
    await seeAll();
    await screen.findByText(/^Missing: it is deleted/);
    notebook.objects.set(`${fakeHome.prefix}plan.pdf`, new Blob(['plan']));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await seeAll();
    expect(await screen.findByText('4 bytes')).toBeTruthy();
  });

  it('say that a file is somebody else’s', async () => {
    await openNote('From 2017', { attachment: addressOf('eu-central-1:00000000-0000-4000-8000-00000000000f-1-a.png') });
    expect(await screen.findByText(/^This file is not in your part of the bucket/)).toBeTruthy();
  });

  it('tell of one that is not in the bucket, which a person may open and remove, and nothing is asked of', async () => {
    const address =
      'https://other-uploads.s3.amazonaws.com/us-east-1%3A7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e-1500-scan.pdf';
    const { user, notebook, id } = await openNote('From 2017', { attachment: address });
    const asked: unknown[] = [];
    notebook.files.read = async (keys) => {
      asked.push(keys);
      return { ok: true, value: new Blob() };
    };
    expect(screen.getByText(/^Not in your bucket .*, but at other-uploads\.s3\.amazonaws\.com/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Open scan.pdf in a new tab' });
    expect(link.getAttribute('href')).toBe(address);
    expect(link.getAttribute('rel')).toContain('noreferrer');
    await user.click(screen.getByRole('button', { name: /^Remove/ }));
    expect((await notebook.read(id))?.attachment).toBeNull();
    expect(asked).toEqual([]);
  });

  it('include the one that only the wire names', async () => {
    await openNote('From the tutorial', { attachment: '1519929090371-scan.pdf' });
    expect(screen.getByRole('button', { name: 'Download scan.pdf' })).toBeTruthy();
  });

  it('are downloaded through an address that never enters the page', async () => {
    const { user, notebook, page } = await openNote('Plan\n\n[plan.pdf](attachment:~/0a-plan.pdf)');
    const clicked: string[] = [];
    const remember = (event: Event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      clicked.push(event.target.href);
      event.preventDefault();
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', remember);
      click.call(this);
    };
    await user.click(screen.getByRole('button', { name: 'Download plan.pdf' }));
    HTMLAnchorElement.prototype.click = click;
    expect(notebook.downloads).toEqual([`${fakeHome.prefix}0a-plan.pdf`]);
    expect(clicked).toHaveLength(1);
    expect(page.container.innerHTML).not.toContain('signed');
  });

  it('are removed, and come back by Undo', async () => {
    const text = 'Plan\n\n[plan.pdf](attachment:~/plan.pdf)\n';
    const { user, notebook, id } = await openNote(text);
    await user.click(screen.getByRole('button', { name: 'Remove plan.pdf' }));
    await screen.findByText('Removed plan.pdf');
    expect(notebook.text(id)).not.toContain('plan.pdf');
    expect(screen.queryByRole('list', { name: 'Attachments' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Download plan.pdf' })).toBeTruthy();
    expect(notebook.text(id)).toBe(text);
  });

  it('give the focus to what stands in the place of one that is removed', async () => {
    const names = ['a.bin', 'b.bin', 'c.bin'];
    const { user } = await openNote(names.map((name) => `[${name}](attachment:~/${name})`).join('\n'));
    const remove = async (name: string) => {
      await user.click(await screen.findByRole('button', { name: `Remove ${name}` }));
      await waitFor(() => expect(screen.queryByRole('button', { name: `Remove ${name}` })).toBeNull());
      return document.activeElement;
    };
    expect(await remove('b.bin')).toBe(screen.getByRole('button', { name: 'Download c.bin' }));
    expect(await remove('c.bin')).toBe(screen.getByRole('button', { name: 'Download a.bin' }));
    expect(await remove('a.bin')).toBe(screen.getByRole('button', { name: 'Attach files' }));
  });

  it('are replaced by a chosen file, and come back by Undo', async () => {
    const text = 'Plan\n\n[plan.pdf](attachment:~/plan.pdf)\n';
    const { user, notebook, id } = await openNote(text);
    const chooser = () => screen.getByLabelText<HTMLInputElement>('Replace plan.pdf', { selector: 'input' });
    await user.click(screen.getByRole('button', { name: 'Replace plan.pdf' }));
    expect(chooser().multiple).toBe(false);
    fireEvent.change(chooser(), { target: { files: [new File(['new'], 'new.pdf')] } });
    await screen.findByText('Replaced plan.pdf');
    expect(notebook.text(id)).toBe('Plan\n\n[new.pdf](attachment:~/new.pdf)\n');
    expect(await screen.findByRole('button', { name: 'Download new.pdf' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show new.pdf large' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Download plan.pdf' })).toBeTruthy();
    expect(notebook.text(id)).toBe(text);
  });
});
