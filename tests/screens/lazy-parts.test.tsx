import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense, useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '#src/screens/editor/draft.ts';
import { NoteEditor } from '#src/screens/editor/note-editor.tsx';
import { accessory, essential, onDemand, partFile } from '#src/ui/lazy-part.tsx';
import { ToastProvider } from '#src/ui/toasts.tsx';
import { WordsProvider } from '#src/words/use-words.ts';
import { english } from '../support/english.ts';
import { createFakeServices } from '../support/fake-services.ts';

/** A file of the app, and the network that it comes by. */
function file<M>(module: M) {
  let isThere = false;
  return {
    arrive: () => {
      isThere = true;
    },
    load: async (): Promise<M> => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module: https://example.com/a.js');
      return module;
    },
  };
}

const online = () => act(async () => void window.dispatchEvent(new Event('online')));

describe('where an accessory of the open note cannot be loaded', () => {
  const open = () => {
    const accessories = file({ Weather: ({ place }: { readonly place: string }) => <p>Rain in {place}</p> });
    const Weather = accessory(accessories.load, (part) => part.Weather);
    const { notebook } = createFakeServices();
    const id = notebook.put({ text: 'Corn' });
    const page = (
      <MemoryRouter>
        <WordsProvider value={english}>
          <ToastProvider>
            <NoteEditor
              notebook={notebook}
              id={id}
              isNew={false}
              draft={() => emptyDraft}
              listSearch=""
              now={Date.now}
              onExport={() => {}}
              onPrint={() => {}}
              onItems={() => {}}
              around={(pane) => pane}
              tools={() => null}
              modes={null}
              over={() => null}
              instead={() => null}
              below={() => <Weather place="Ghent" />}
            />
          </ToastProvider>
        </WordsProvider>
      </MemoryRouter>
    );
    return { accessories, notebook, id, page };
  };

  it('the note is written without it, and it comes with the network', async () => {
    const { accessories, notebook, id, page } = open();
    await act(async () => render(page));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), ' and hay');
    await waitFor(() => expect(notebook.text(id)).toBe('Corn and hay'));
    await online();
    expect(screen.queryByText('Rain in Ghent')).toBeNull();
    accessories.arrive();
    await online();
    expect(screen.getByText('Rain in Ghent')).toBeTruthy();
    expect(notebook.text(id)).toBe('Corn and hay');
  });

  it('it is asked for again when a note is opened the next time', async () => {
    const { accessories, page } = open();
    const first = await act(async () => render(page));
    expect(screen.queryByText('Rain in Ghent')).toBeNull();
    first.unmount();
    accessories.arrive();
    await act(async () => render(page));
    expect(await screen.findByText('Rain in Ghent')).toBeTruthy();
  });
});

describe('a dialog that cannot be loaded', () => {
  it('says so, and opens when it is asked for again with a network', async () => {
    const dialogs = file({ Almanac: (_: { readonly onClose: () => void }) => <p role="dialog">Sow in May</p> });
    const Almanac = onDemand(dialogs.load, (part) => part.Almanac);
    const Page = () => {
      const [shown, setShown] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setShown(true)}>
            Almanac
          </button>
          {shown ? <Almanac onClose={() => setShown(false)} /> : null}
        </>
      );
    };
    render(
      <WordsProvider value={english}>
        <ToastProvider>
          <Page />
        </ToastProvider>
      </WordsProvider>,
    );
    const ask = () => userEvent.click(screen.getByRole('button', { name: 'Almanac' }));
    await ask();
    expect(await screen.findByText('This could not be loaded. Check your connection and try again.')).toBeTruthy();
    dialogs.arrive();
    await online();
    expect(screen.queryByRole('dialog')).toBeNull();
    await ask();
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });
});

describe('an essential part', () => {
  const aPart = () => {
    const page = file({ Orchard: ({ fruit }: { readonly fruit: string }) => <p>An orchard of {fruit}</p> });
    const orchard = partFile(page.load);
    const Orchard = essential(orchard, (part) => part.Orchard);
    const show = () =>
      render(
        <Suspense fallback="One moment">
          <Orchard fruit="pears" />
        </Suspense>,
      );
    return { page, orchard, show };
  };

  it('is there at once where its file has been loaded before', async () => {
    const { page, orchard, show } = aPart();
    page.arrive();
    await orchard();
    show();
    expect(screen.getByText('An orchard of pears')).toBeTruthy();
    expect(screen.queryByText('One moment')).toBeNull();
  });

  it('is waited for where it has not', async () => {
    const { page, show } = aPart();
    page.arrive();
    show();
    expect(screen.getByText('One moment')).toBeTruthy();
    expect(await screen.findByText('An orchard of pears')).toBeTruthy();
  });
});
