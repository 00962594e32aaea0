import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Services } from '#src/services.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';

async function openNote(text: string, storage?: Storage, startWorker?: Services['startWorker']) {
  const made = createFakeServices();
  const fake = startWorker === undefined ? made : { ...made, services: { ...made.services, startWorker } };
  const id = fake.notebook.put({ text });
  const app = await renderApp({ fake, url: `/notes/${id}`, ...(storage === undefined ? {} : { storage }) });
  await screen.findByRole('textbox', { name: 'Note' });
  const sent = () => fake.notebook.files.uploads.get();
  return { ...app, id, sent };
}

const openMenu = async ({ user }: Awaited<ReturnType<typeof openNote>>) =>
  user.click(await screen.findByRole('button', { name: 'Folder, photo or recording' }));
const input = (label: string) => screen.findByLabelText(label, { selector: 'input' });

/** A file as an input for folders gives it. */
function inFolder(path: string): File {
  const file = new File(['a'], path.slice(path.lastIndexOf('/') + 1));
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

describe('a file’s link', () => {
  it('comes where the caret is', async () => {
    const { user, id, notebook, sent } = await openNote('Sow peas, water them');
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    await user.click(text);
    text.setSelectionRange(4, 4);
    await user.upload(await input('Attach files'), new File(['a'], 'plan.pdf'));
    act(() => notebook.send(sent()[0]?.key ?? '', 1));
    expect(notebook.text(id)).toBe('Sow [plan.pdf](attachment:~/plan.pdf) peas, water them');
  });

  it('comes at the end where nobody has been in the text', async () => {
    const { user, id, notebook, sent } = await openNote('Sow peas');
    await user.upload(await input('Attach files'), new File(['a'], 'plan.pdf'));
    act(() => notebook.send(sent()[0]?.key ?? '', 1));
    expect(notebook.text(id)).toBe('Sow peas\n\n[plan.pdf](attachment:~/plan.pdf)\n');
  });

  it('comes where the caret is when a picture is pasted, among what has just been typed', async () => {
    const { user, id, notebook, sent } = await openNote('Sow');
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    await user.click(text);
    text.setSelectionRange(0, 0);
    await user.keyboard('Now ');
    const files = [new File(['a'], 'image.png')];
    fireEvent.paste(text, { clipboardData: { types: ['Files'], files, getData: () => '' } });
    act(() => notebook.send(sent()[0]?.key ?? '', 1));
    await waitFor(() => expect(notebook.text(id)).toBe('Now ![image.png](attachment:~/image.png) Sow'));
  });

  it('calls a file that has no name a file', async () => {
    const { sent } = await openNote('Plan');
    const text = screen.getByRole('textbox', { name: 'Note' });
    fireEvent.drop(text, { dataTransfer: { types: ['Files'], files: [new File(['a'], '')] } });
    expect(sent().map(({ name }) => name)).toEqual(['File']);
  });
});

describe('a folder that is chosen', () => {
  it('is attached file by file, each with its way there', async () => {
    const { user, sent } = await openNote('Plan');
    await user.upload(await input('A folder…'), [inFolder('Trip/day 1/sea.jpg'), inFolder('Trip/.git/config')]);
    expect(sent().map(({ name }) => name)).toEqual(['Trip/day 1/sea.jpg']);
  });

  it('with nothing in it is said to have none', async () => {
    const { user, sent } = await openNote('Plan');
    await user.upload(await input('A folder…'), [inFolder('Trip/.DS_Store')]);
    expect(await screen.findByText('There is no file in this folder.')).toBeTruthy();
    expect(sent()).toEqual([]);
  });
});

describe('recording audio', () => {
  const mediaDevices = (getUserMedia: () => Promise<unknown>) =>
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });

  class FakeRecorder extends EventTarget {
    static readonly all: FakeRecorder[] = [];
    readonly mimeType = 'audio/webm;codecs=opus';
    state = 'inactive';
    start() {
      this.state = 'recording';
      FakeRecorder.all.push(this);
    }
    stop() {
      this.state = 'inactive';
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['sound']) }));
      this.dispatchEvent(new Event('stop'));
    }
  }

  const listens = () => {
    const track = { stopped: false, stop: () => (track.stopped = true) };
    Object.defineProperty(window, 'MediaRecorder', { value: FakeRecorder, configurable: true });
    mediaDevices(async () => ({ getTracks: () => [track] }));
    return track;
  };

  const record = async (app: Awaited<ReturnType<typeof openNote>>) => {
    await openMenu(app);
    await app.user.click(screen.getByRole('menuitem', { name: 'Record audio…' }));
    return screen.findByRole('dialog', { name: 'Record audio' });
  };

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'mediaDevices');
    Reflect.deleteProperty(window, 'MediaRecorder');
    FakeRecorder.all.length = 0;
  });

  it.each(['Stop and attach', 'Escape'])('attaches what was recorded: %s', async (way) => {
    const track = listens();
    const app = await openNote('Plan');
    const dialog = await record(app);
    expect(await within(dialog).findByRole('timer')).toBeTruthy();
    if (way === 'Escape') fireEvent(dialog, new Event('cancel', { cancelable: true }));
    else await app.user.click(within(dialog).getByRole('button', { name: way }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.sent()).toMatchObject([
      { name: expect.stringMatching(/^Recording \d{4}-\d\d-\d\d \d\d\.\d\d\.webm$/), totalBytes: 5 },
    ]);
    expect(track.stopped).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Folder, photo or recording' }));
  });

  it('attaches nothing that is discarded', async () => {
    const track = listens();
    const app = await openNote('Plan');
    const dialog = await record(app);
    await within(dialog).findByRole('timer');
    await app.user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.sent()).toEqual([]);
    expect(track.stopped).toBe(true);
  });

  it('says what to do where the page may not listen', async () => {
    listens();
    mediaDevices(() => Promise.reject(new DOMException('Permission denied', 'NotAllowedError')));
    const dialog = await record(await openNote('Plan'));
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/^This page may not use the microphone/);
  });

  it('says that there is no microphone', async () => {
    const dialog = await record(await openNote('Plan'));
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/^There is no microphone here/);
  });
});

describe('photos that are made smaller', () => {
  /** It can read no picture at all. */
  const blindWorker = (): Worker => {
    const worker = new EventTarget();
    const postMessage = () => queueMicrotask(() => worker.dispatchEvent(new MessageEvent('message', { data: null })));
    return Object.assign(worker, {
      postMessage,
      terminate: () => {},
      onmessage: null,
      onmessageerror: null,
      onerror: null,
    });
  };

  const chooses = async () => {
    localStorage.clear();
    const { user, page } = await renderApp({ url: '/settings', storage: localStorage });
    await user.click(screen.getByRole('switch', { name: 'Make photos smaller' }));
    page.unmount();
  };

  it('are attached as they are where the browser cannot read them, which is said; other files too', async () => {
    await chooses();
    const { user, sent } = await openNote('Plan', localStorage, async () => blindWorker());
    const photo = new File(['no photo'], 'sea.jpg', { type: 'image/jpeg' });
    await user.upload(await input('Attach files'), [photo, new File(['a'], 'plan.pdf')]);
    expect(await screen.findByText(/^Attached as they were, .*: sea\.jpg$/)).toBeTruthy();
    expect(sent().map(({ name, totalBytes }) => [name, totalBytes])).toEqual([
      ['sea.jpg', 8],
      ['plan.pdf', 1],
    ]);
  });

  it('are told while they are, and the browser asks before the page goes', async () => {
    await chooses();
    const asked: (() => void)[] = [];
    const slow = async () => {
      const worker = blindWorker();
      const { postMessage } = worker;
      return Object.assign(worker, { postMessage: () => asked.push(() => postMessage(null)) });
    };
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const { user, sent } = await openNote('Plan', localStorage, slow);
    const photos = ['sea.jpg', 'sky.jpg'].map((name) => new File(['no photo'], name, { type: 'image/jpeg' }));
    await user.upload(await input('Attach files'), photos);
    const bar = await screen.findByRole('progressbar', { name: 'Making 2 photos smaller' });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(bar.getAttribute('aria-valuenow')).toBe('0');
    expect(await screen.findByText(/making 2 photos smaller/)).toBeTruthy();
    expect(asks()).toBe(true);
    asked[0]?.();
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    asked[1]?.();
    await waitFor(() => expect(sent()).toHaveLength(2));
    await waitFor(() => expect(screen.queryByText(/making 2 photos smaller/i)).toBeNull());
    expect(asks()).toBe(false);
  });

  it('are left in full size on request', async () => {
    await chooses();
    const app = await openNote('Plan', localStorage);
    await openMenu(app);
    expect(screen.getByRole('menuitem', { name: 'Photos in full size…' })).toBeTruthy();
    await app.user.upload(await input('Photos in full size…'), new File(['a'], 'sea.jpg', { type: 'image/jpeg' }));
    expect(app.sent()).toHaveLength(1);
    expect(screen.queryByText(/^Attached as they were/)).toBeNull();
  });
});
