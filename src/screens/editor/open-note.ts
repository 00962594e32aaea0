import { bodyOf, withBody } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, NoteRecord, Observable, Place, StoreFailure } from '#src/services.ts';
import { withLineEndsOf, withLineFeeds } from './line-ends.ts';

export type OpenNoteState =
  | { readonly phase: 'loading' }
  /** There is no such note on this device. */
  | { readonly phase: 'missing' }
  | {
      readonly phase: 'open';
      /** undefined: a new note that nothing has been written of. */
      readonly record: NoteRecord | undefined;
      /** The text as it is in the editor: without front matter, its lines parted by line feeds. */
      readonly body: string;
      /** Whether what is in the editor is on the device. */
      readonly written: 'yes' | 'writing' | StoreFailure;
      /** Deleted elsewhere while it was open here. */
      readonly gone: boolean;
    };

/** A note in the editor. Every text that `type` is given reaches the device, also after the editor has closed. */
export interface OpenNote extends Observable<OpenNoteState> {
  /** Somebody types; `type` will be given the text. */
  typing(): void;
  /** The editor's whole text has changed. */
  type(body: string): void;
  /** The same for a text in which a person has decided a clash. */
  choose(body: string): void;
  /** Writes at once what has not been written, also while another write is on its way: the page may be going. */
  flush(): void;
  /** An offset in the editor's text as one in the note's whole text. Only after `flush` is that text on its way to the device. */
  placeOf(offset: number): Place;
  /** Writes again after a failure. */
  retry(): void;
  /** Begins to follow the note. Returns the way to stop; what has been typed is written to the end all the same. */
  start(): () => void;
}

interface Seen {
  readonly text: string;
  readonly body: string;
}

/** A write on its way. */
interface Sent extends Seen {
  /** It decides a clash. */
  readonly decides: boolean;
  readonly answer: ReturnType<Notebook['write']>;
}

const asShown = (text: string): Seen => ({ text, body: withLineFeeds(bodyOf(text)) });

/** The note's text with what the editor shows in place of its body. */
const textWith = (text: string, body: string): string => withBody(text, withLineEndsOf(bodyOf(text), body));

/**
 * The way between the editor and the notebook: one write in flight (more where the page may be going), the last text always written
 * after it. `seen` is what the editor's text grew from. It follows the notebook only while nothing typed is unwritten; otherwise the notebook merges, and the merged text
 * reaches the editor once the typing pauses for as long as a write takes.
 *
 * `draft`: for a new note what has been typed of it already; null for a note that is there.
 */
export const openNote = (
  notebook: Pick<Notebook, 'read' | 'watch' | 'write' | 'choose'>,
  id: NoteId,
  draft: string | null,
): OpenNote => {
  const listeners = new Set<() => void>();
  let state: OpenNoteState =
    draft === null
      ? { phase: 'loading' }
      : { phase: 'open', record: undefined, body: draft, written: draft === '' ? 'yes' : 'writing', gone: false };
  let seen: Seen = { text: '', body: '' };
  /** In their order; each grew from the one before it. */
  let underWay: readonly Sent[] = [];
  let heardWhileWriting = false;
  /** What is written next decides a clash. */
  let deciding = false;
  /** Somebody has typed what `type` has not been given. */
  let typedAhead = false;

  const show = (next: OpenNoteState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const receive = (record: NoteRecord | undefined) => {
    if (state.phase !== 'open') {
      if (record === undefined) return show({ phase: 'missing' });
      seen = asShown(record.text);
      return show({ phase: 'open', record, body: seen.body, written: 'yes', gone: false });
    }
    if (underWay.length > 0 || state.body !== seen.body) {
      heardWhileWriting = true;
      return;
    }
    if (record === undefined) {
      if (state.record !== undefined) show({ ...state, gone: true });
      return;
    }
    if (record.text !== seen.text) seen = asShown(record.text);
    show({ ...state, record, body: seen.body, gone: false });
  };

  const send = (from: Seen, body: string): void => {
    const edit = { seen: from.text, text: textWith(from.text, body) };
    const answer = deciding ? notebook.choose(id, edit) : notebook.write(id, edit);
    underWay = [...underWay, { text: edit.text, body, decides: deciding, answer }];
    deciding = false;
  };

  const write = async (): Promise<void> => {
    while (underWay.length === 0 && state.phase === 'open' && state.body !== seen.body) {
      send(seen, state.body);
      let record: NoteRecord | undefined;
      let failure: StoreFailure | null = null;
      // What is sent meanwhile is waited for as well.
      for (let sent = underWay[0], at = 1; sent !== undefined; sent = underWay[at++]) {
        const result = await sent.answer;
        if (!result.ok) {
          failure ??= result.failure;
          deciding ||= sent.decides;
        } else if (failure === null) {
          // What was typed meanwhile grew from what was sent, whatever the notebook has made of that.
          seen = sent;
          record = result.value;
        }
      }
      underWay = [];
      if (failure !== null) return show({ ...state, written: failure });
      const typedOn = state.body !== seen.body;
      if (!typedOn && record !== undefined && record.text !== seen.text) seen = asShown(record.text);
      show({
        ...state,
        record,
        body: typedOn ? state.body : seen.body,
        written: typedOn || typedAhead ? 'writing' : 'yes',
        gone: false,
      });
    }
    if (underWay.length === 0 && heardWhileWriting) {
      heardWhileWriting = false;
      receive(await notebook.read(id));
    }
  };

  const type = (body: string) => {
    typedAhead = false;
    if (state.phase !== 'open') return;
    const written = body === seen.body && underWay.length === 0 ? 'yes' : 'writing';
    if (body === state.body && written === state.written) return;
    show({ ...state, body, written });
    void write();
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    typing: () => {
      typedAhead = true;
      if (state.phase === 'open' && state.written === 'yes') show({ ...state, written: 'writing' });
    },
    type,
    choose: (body) => {
      deciding = true;
      type(body);
    },
    flush: () => {
      const last = underWay.at(-1);
      if (last === undefined || state.phase !== 'open') void write();
      // The write in flight waits for this one, and says how both went.
      else if (state.body !== last.body) send(last, state.body);
    },
    placeOf: (offset) => {
      const body = state.phase === 'open' ? state.body : '';
      const text = textWith(seen.text, body);
      const header = text.length - bodyOf(text).length;
      return { seen: text, offset: header + withLineEndsOf(bodyOf(seen.text), body.slice(0, offset)).length };
    },
    retry: () => void write(),
    start: () => {
      const stop = notebook.watch(id, receive);
      void notebook.read(id).then((record) => {
        if (draft === null || record !== undefined) receive(record);
      });
      void write();
      return stop;
    },
  };
};
