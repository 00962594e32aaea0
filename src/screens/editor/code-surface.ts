import { history, historyKeymap, isolateHistory } from '@codemirror/commands';
import {
  type ChangeSet,
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
  Prec,
  type Text,
  Transaction,
} from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { textChange } from '#src/notes/text-change.ts';
import { hits, showHits } from './code-hits.ts';
import { beforeInput, codeKeys, redoKey, selectionIn } from './code-keys.ts';
import { codeTheme } from './code-theme.ts';
import { filesAt, fromElsewhere } from './elsewhere.ts';
import { longLines } from './long-lines.ts';
import type { Beginning, TextRange, TextSurface } from './text-surface.ts';

interface CodeSurfaceParts {
  readonly host: HTMLElement;
  readonly label: string;
  readonly placeholder: string;
  /** What is said of so many letters at the end of a line that is too long to be shown. */
  readonly hidden: (letters: number) => string;
  readonly body: string;
  readonly readOnly: boolean;
  readonly begin: Beginning | null;
  /** Told of the whole text after it has changed. */
  readonly onChange: (body: string) => void;
  /** Told at once that a change has begun of which `onChange` will be told later. */
  readonly onTyping: () => void;
}

export interface CodeSurface extends TextSurface {
  /** What the note says now, by whoever. What was typed and has not been told yet stays, beside what came. */
  show(body: string, readOnly: boolean): void;
  /** Takes up what comes later than the first keys, made for the text that there is by then. */
  add(features: (text: Text) => Extension): void;
  destroy(): void;
}

/** A text of more letters than these takes long to put together, write and send: too long for every key. */
const longText = 20_000;
/** ms without a key after which what was typed in a long text is told, and the most that it waits; the editor's leaving tells it at once. */
const pause = 200;
const longestWait = 2_000;

/** CodeMirror's view of one note. Offsets are those of the text with line feeds. */
export const createCodeSurface = (parts: CodeSurfaceParts): CodeSurface => {
  const { host, begin, onChange } = parts;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const features = new Compartment();
  const locked = new Compartment();
  const lock = (readOnly: boolean): Extension => [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({ 'aria-readonly': String(readOnly) }),
  ];
  /** The text that `onChange` or the last `show` was about. */
  let told = parts.body;
  /** What was typed since. */
  let untold: ChangeSet | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  let readOnlyNow = parts.readOnly;
  let destroyed = false;

  const handOver = () => {
    clearTimeout(quiet);
    clearTimeout(overdue);
    overdue = undefined;
    if (untold === null) return;
    untold = null;
    told = view.state.doc.toString();
    onChange(told);
  };

  const handOverSoon = () => {
    clearTimeout(quiet);
    quiet = setTimeout(handOver, pause);
    if (overdue !== undefined) return;
    overdue = setTimeout(handOver, longestWait);
    parts.onTyping();
  };

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: parts.body,
      extensions: [
        history(),
        Prec.high(EditorView.domEventHandlers({ keydown: redoKey })),
        keymap.of([...codeKeys, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': parts.label,
          spellcheck: 'true',
          autocapitalize: 'sentences',
          autocorrect: 'on',
        }),
        EditorState.allowMultipleSelections.of(false),
        placeholder(parts.placeholder),
        EditorView.domEventHandlers({
          beforeinput: beforeInput,
          blur: () => handOver(),
        }),
        EditorView.updateListener.of(({ docChanged, changes, transactions }) => {
          if (!docChanged || transactions.some((one) => one.annotation(fromElsewhere) === true)) return;
          untold = untold === null ? changes : untold.compose(changes);
          if (view.state.doc.length <= longText) handOver();
          else handOverSoon();
        }),
        codeTheme,
        hits,
        longLines(parts.hidden),
        locked.of(lock(parts.readOnly)),
        features.of([]),
      ],
    }),
  });

  if (begin !== null) {
    // A change of its own, so that undo takes back the first keys as well.
    const change = textChange(parts.body, begin.text);
    const length = begin.text.length;
    view.dispatch({
      changes: { from: change.start, to: change.end, insert: change.insert },
      selection: EditorSelection.single(Math.min(begin.anchor, length), Math.min(begin.head, length)),
      annotations: Transaction.userEvent.of('input.type'),
    });
    handOver();
    if (begin.focused) view.focus();
  }

  return {
    show(body, readOnly) {
      if (readOnly !== readOnlyNow) {
        readOnlyNow = readOnly;
        view.dispatch({ effects: locked.reconfigure(lock(readOnly)) });
      }
      if (body === told) return;
      const { start, end, insert } = textChange(told, body);
      const came = EditorState.create({ doc: told }).changes({ from: start, to: end, insert });
      const here = untold;
      told = body;
      untold = here === null ? null : here.map(came);
      const changes = here === null ? came : came.map(here, true);
      view.dispatch({
        changes,
        annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)],
      });
    },
    add(later) {
      if (destroyed) return;
      // What has just been selected the view has not heard of yet, and would take back with what it draws.
      const selection = (view.hasFocus && selectionIn(view)) || view.state.selection;
      view.dispatch({ selection, effects: features.reconfigure(later(view.state.doc)) });
    },
    reveal({ from, to }: TextRange) {
      const end = view.state.doc.length;
      const range = EditorSelection.range(Math.min(from, end), Math.min(to, end));
      view.dispatch({ effects: EditorView.scrollIntoView(range, { y: 'center' }) });
    },
    highlight: (ranges, chosen) => view.dispatch({ effects: showHits.of({ ranges, chosen }) }),
    handOver,
    focus: () => view.focus(),
    place(point) {
      const { doc, selection } = view.state;
      const { from, to, head } = selection.main;
      const replaces = point === null && view.hasFocus;
      const at = replaces ? from : point === null ? head || null : view.posAtCoords(point);
      view.dispatch({
        changes: replaces ? { from, to } : [],
        effects: filesAt.of(at ?? doc.length),
        userEvent: 'delete',
        annotations: isolateHistory.of('before'),
      });
      return at;
    },
    destroy() {
      handOver();
      destroyed = true;
      view.destroy();
    },
  };
};
