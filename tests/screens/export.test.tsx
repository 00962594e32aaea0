import { act, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failed } from '#src/notes/result.ts';
import { ExportDialog } from '#src/screens/export/export-dialog.tsx';
import { ServicesProvider } from '#src/services.ts';
import { saveFile } from '#src/ui/save-file.ts';
import { blobAddresses } from '../support/browser-gaps.ts';
import { createFakeServices, type FakeServices, fakeHome } from '../support/fake-services.ts';
import { renderApp } from '../support/render-app.tsx';
import { savedFiles, unzipped } from '../support/saved-files.ts';

const saved = savedFiles();
const trashed = '---\ntrashed: 2026-11-20T10:00:00Z\n---\n';

const dialog = () => screen.findByRole('dialog', { name: 'Export' });
const done = async () => within(await dialog()).findByRole('button', { name: 'Close' });
const summary = async () => {
  await done();
  return within(await dialog()).getByRole('status').textContent;
};
const zipped = async () => unzipped(saved[0]?.file ?? new Blob());

function withFiles(files: Readonly<Record<string, string>>) {
  const fake = createFakeServices();
  for (const [key, text] of Object.entries(files)) fake.notebook.objects.set(fakeHome.prefix + key, new Blob([text]));
  return fake;
}

async function exportOne(fake: FakeServices, text: string, attachment?: string) {
  const id = fake.notebook.put({ text, ...(attachment === undefined ? {} : { attachment }) });
  const app = await renderApp({ fake, url: `/notes/${id}` });
  await screen.findByRole('textbox', { name: 'Note' });
  await app.user.click(screen.getByRole('button', { name: 'More' }));
  await app.user.click(screen.getByRole('menuitem', { name: 'Export' }));
  return { ...app, id };
}

async function exportAll(fake: FakeServices) {
  const app = await renderApp({ fake, url: '/settings' });
  await app.user.click(await screen.findByRole('button', { name: 'Export all notes' }));
  return app;
}

/** The dialog as other parts of the app render it. */
function renderDialog({ services, notebook }: FakeServices, notes: Parameters<typeof ExportDialog>[0]['notes']) {
  const told = { closed: 0 };
  render(
    <ServicesProvider value={services}>
      <ExportDialog
        notebook={notebook}
        home={fakeHome}
        notes={notes}
        onClose={() => {
          told.closed += 1;
        }}
      />
    </ServicesProvider>,
  );
  return told;
}

/** From now on an attachment is given out when the test says so. */
function holdFiles({ notebook }: FakeServices) {
  const waiting: (() => void)[] = [];
  const { files } = notebook;
  const { read } = files;
  files.read = async (keys) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return read(keys);
  };
  return waiting;
}

describe('exporting a note', () => {
  it('saves its Markdown file where it has no attachments', async () => {
    const text = '---\npinned: true\n---\n# Garden: beds\r\n\nRoses';
    const { user } = await exportOne(createFakeServices(), text);
    expect(await summary()).toBe('1 note exported.');
    expect(saved.map(({ name }) => name)).toEqual(['Garden beds.md']);
    expect(await saved[0]?.file.text()).toBe(text);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }));
  });

  it('saves it from the trash as well, without the folder', async () => {
    await exportOne(createFakeServices(), `${trashed}Draft`);
    await done();
    expect(saved.map(({ name }) => name)).toEqual(['Draft.md']);
  });

  it('saves its attachments with it, and links to them', async () => {
    const fake = withFiles({ '0a-beds.png': 'png', '0b-plan.pdf': 'pdf' });
    await exportOne(fake, 'Garden\n\n![Beds (1).png](attachment:~/0a-beds.png)\n[plan](attachment:~/0b-plan.pdf)');
    expect(await summary()).toBe('1 note and 2 files exported.');
    expect(saved.map(({ name }) => name)).toEqual(['Satchel 2026-11-22.zip']);
    expect(await zipped()).toEqual({
      'Garden.md': 'Garden\n\n![Beds (1).png](attachments/Beds%20%281%29.png)\n[plan](attachments/plan.pdf)',
      'attachments/Beds (1).png': 'png',
      'attachments/plan.pdf': 'pdf',
    });
  });

  it('saves the attachment that only the wire names, and says so in a file', async () => {
    const fake = withFiles({ '1519929090371-scan.pdf': 'pdf' });
    await exportOne(fake, 'From the tutorial', '1519929090371-scan.pdf');
    await done();
    const files = await zipped();
    expect(files).toMatchObject({ 'From the tutorial.md': 'From the tutorial', 'attachments/scan.pdf': 'pdf' });
    expect(files['Files without a link.txt']).toContain('attachments/scan.pdf\n  Note: From the tutorial.md\n');
  });

  it('leaves the link to what could not be had, and says why', async () => {
    const fake = withFiles({ '0a-beds.png': 'png' });
    await exportOne(fake, 'Garden\n![beds.png](attachment:~/0a-beds.png) [lost.pdf](attachment:~/0b-lost.pdf)');
    const words = await summary();
    expect(words).toContain('1 note and 1 file exported.1 file could not be exported:');
    expect(words).toContain('lost.pdfAWS does not give it out.');
    const files = await zipped();
    expect(files['Garden.md']).toBe('Garden\n![beds.png](attachments/beds.png) [lost.pdf](attachment:~/0b-lost.pdf)');
    expect(files['Not exported.txt']).toContain('lost.pdf\n  Note: Garden.md\n  Reason: AWS does not give it out.\n');
  });

  it('saves the file again on demand', async () => {
    const { user } = await exportOne(createFakeServices(), 'Garden');
    await done();
    await user.click(screen.getByRole('button', { name: 'Save again' }));
    expect(saved.map(({ name }) => name)).toEqual(['Garden.md', 'Garden.md']);
  });
});

describe('exporting all notes', () => {
  it('saves them by their titles, the archive and the trash in folders', async () => {
    const fake = createFakeServices();
    for (const text of ['Plan', 'plan', '', `${trashed}Draft`, '---\narchived: true\n---\nPlan']) {
      fake.notebook.put({ text });
    }
    await exportAll(fake);
    expect(await summary()).toBe('5 notes exported.');
    expect(await zipped()).toEqual({
      'Plan.md': 'Plan',
      'plan (2).md': 'plan',
      'Untitled.md': '',
      'Trash/Draft.md': `${trashed}Draft`,
      'Archive/Plan.md': '---\narchived: true\n---\nPlan',
    });
  });

  it('saves an attachment once, however many notes name it', async () => {
    const fake = withFiles({ 'a.png': 'png' });
    const asked: string[] = [];
    const { read } = fake.notebook.files;
    fake.notebook.files.read = (keys) => {
      asked.push(...keys);
      return read(keys);
    };
    fake.notebook.put({ text: 'One ![a.png](attachment:~/a.png)' });
    fake.notebook.put({ text: `${trashed}Two ![a.png](attachment:~/a.png)` });
    await exportAll(fake);
    expect(await summary()).toBe('2 notes and 1 file exported.');
    expect(await zipped()).toEqual({
      'One a.png.md': 'One ![a.png](attachments/a.png)',
      'Trash/Two a.png.md': `${trashed}Two ![a.png](../attachments/a.png)`,
      'attachments/a.png': 'png',
    });
    expect(asked).toHaveLength(1);
  });

  it('saves what has not been sent, and not what is on its way out', async () => {
    const fake = createFakeServices();
    const unsent = fake.notebook.newId();
    await fake.notebook.write(unsent, { seen: '', text: 'Unsent' });
    const leaving = fake.notebook.put({ text: 'Leaving' });
    await fake.notebook.deleteForEver(leaving);
    await exportAll(fake);
    await done();
    expect(await zipped()).toEqual({ 'Unsent.md': 'Unsent' });
  });

  it('gives up on attachments without a network, and saves the notes', async () => {
    const fake = createFakeServices();
    const asked: string[] = [];
    fake.notebook.files.read = async (keys) => {
      asked.push(...keys);
      return failed({ kind: 'offline', message: 'There is no network.', details: '' });
    };
    for (let note = 0; note < 8; note += 1) fake.notebook.put({ text: `Note [f${note}](attachment:~/f${note})` });
    await exportAll(fake);
    const words = await summary();
    expect(words).toContain('8 notes exported.8 files could not be exported:');
    expect(words).toContain('f0, f1, f2, f3, f4 and 3 moreThere is no network.');
    expect(Object.keys(await zipped())).toHaveLength(9);
    expect(asked).toHaveLength(3);
  });

  it('saves nothing where there is no note', async () => {
    await exportAll(createFakeServices());
    expect(await summary()).toBe('There is no note to export.');
    expect(saved).toEqual([]);
  });

  it('says so where the device cannot be read', async () => {
    const fake = createFakeServices();
    fake.notebook.put({ text: 'Garden' });
    fake.notebook.read = () => Promise.reject(new Error('planted fault'));
    await exportAll(fake);
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was exported');
    expect(screen.getByRole('alert').textContent).toContain('planted fault');
    expect(saved).toEqual([]);
  });
});

describe('an export that takes its time', () => {
  const slow = () => {
    const fake = withFiles({ 'a.png': 'a', 'b.png': 'b' });
    fake.notebook.put({ text: 'One ![a.png](attachment:~/a.png)' });
    fake.notebook.put({ text: 'Two ![b.png](attachment:~/b.png)' });
    return { fake, waiting: holdFiles(fake) };
  };

  it('shows how far it is', async () => {
    const { fake, waiting } = slow();
    await exportAll(fake);
    await screen.findByText('Fetching a.png…');
    const bar = screen.getByRole('progressbar', { name: 'Exporting' });
    expect(bar.getAttribute('aria-valuenow')).toBe('0');
    expect(screen.getByText('0 of 2 notes')).toBeTruthy();
    act(() => waiting.shift()?.());
    expect(await screen.findByText('Fetching b.png…')).toBeTruthy();
    expect(screen.getByText('1 of 2 notes')).toBeTruthy();
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    act(() => waiting.shift()?.());
    expect(await summary()).toBe('2 notes and 2 files exported.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is cancelled, and saves nothing', async () => {
    const { fake, waiting } = slow();
    const { user } = await exportAll(fake);
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Export all notes' }));
    await act(async () => waiting.shift()?.());
    expect(waiting).toEqual([]);
    expect(saved).toEqual([]);
  });

  it('keeps the focus on its button when it ends', async () => {
    const { fake, waiting } = slow();
    const { user } = await exportAll(fake);
    const button = await screen.findByRole('button', { name: 'Cancel' });
    act(() => button.focus());
    for (let file = 0; file < 2; file += 1) {
      await waitFor(() => expect(waiting).toHaveLength(1));
      act(() => waiting.shift()?.());
    }
    expect(document.activeElement).toBe(await done());
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('exporting some notes', () => {
  it('saves those that are asked for', async () => {
    const fake = createFakeServices();
    const [one, , three] = ['One', 'Two', 'Three'].map((text) => fake.notebook.put({ text }));
    if (one === undefined || three === undefined) throw new Error('no notes');
    const told = renderDialog(fake, [three, one, fake.notebook.newId()]);
    expect(await summary()).toBe('2 notes exported.');
    expect(await zipped()).toEqual({ 'One.md': 'One', 'Three.md': 'Three' });
    expect(told).toEqual({ closed: 0 });
  });

  it('waits for the list of notes', async () => {
    const fake = createFakeServices();
    fake.notebook.put({ text: 'One' });
    const whole = fake.notebook.list.get();
    fake.notebook.list.set({ notes: [], complete: false });
    renderDialog(fake, 'all');
    await dialog();
    act(() => fake.notebook.list.set(whole));
    expect(await summary()).toBe('1 note exported.');
  });
});

describe('the address of a saved file', () => {
  it('is let go of, but not before the browser has had time for it', () => {
    vi.useFakeTimers();
    saveFile(new Blob(['a']), 'a.md');
    expect(saved.map(({ name }) => name)).toEqual(['a.md']);
    vi.advanceTimersByTime(10_000);
    expect(blobAddresses.size).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(blobAddresses.size).toBe(0);
    vi.useRealTimers();
  });
});
