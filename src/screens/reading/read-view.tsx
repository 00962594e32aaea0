import { type MouseEvent, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { isTask, tasksIn } from '#src/notes/tasks.ts';
import { titleOf } from '#src/notes/title.ts';
import { Button } from '#src/ui/button.tsx';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import { rememberFocus } from './focus-in-paper.ts';
import { type LevelledHeading, levelHeadings } from './heading-levels.ts';
import { writeEitherWay } from './paper.ts';
import { type PaperText, paperText } from './paper-text.ts';
import { type LendPicture, makePicturesButtons, type NoPicture, putPicturesWhenNear } from './pictures.ts';
import { colourCode, putSafely } from './put-safely.ts';
import styles from './read-view.module.css';
import { type Rendered, rendered, type StartWorker } from './rendered.ts';

interface ReadViewProps {
  readonly body: string;
  readonly startWorker: StartWorker;
  /** undefined: the note takes no changes. */
  readonly onTask: ((index: number, done: boolean, shown: string) => void) | undefined;
  readonly onOpenTitle: (title: string) => void;
  readonly onDownload: (reference: string, name: string) => void;
  readonly picture: LendPicture;
  readonly onOpenPicture: (reference: string) => void;
  readonly noPicture: NoPicture;
  /** Told of the text as it reads, anew whenever it is laid out; null: it is gone. */
  readonly onText: (text: PaperText | null) => void;
}

/** So much of a text is laid out at once, and with each further wish: more would keep the page standing. */
const atOnce = { letters: 30_000, lines: 1_000 };
/** Of the note's title, in the page that it is on. */
const titleLevel = 2;

/** A note as it reads, not as it is written. */
export const ReadView = ({
  body,
  startWorker,
  onTask,
  onOpenTitle,
  onDownload,
  picture,
  onOpenPicture,
  noPicture,
  onText,
}: ReadViewProps) => {
  const { t } = useWords();
  const settled = useDeferredValue(body);
  const [pages, setPages] = useState(1);
  const shown = useMemo(() => beginningOf(settled, pages), [settled, pages]);
  const [result, setResult] = useState<Rendered | null>(null);
  const [headings, setHeadings] = useState<readonly LevelledHeading[]>([]);
  const paper = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLPreElement>(null);

  useEffect(() => {
    const stopping = new AbortController();
    void rendered(shown, startWorker, stopping.signal).then((made) => {
      if (!stopping.signal.aborted) setResult(made);
    });
    return () => stopping.abort();
  }, [shown, startWorker]);

  const dress = useEffectEvent((element: HTMLElement) => {
    const tasks = element.querySelectorAll<HTMLInputElement>('input[data-task]');
    const known = tasksIn(shown);
    for (const box of tasks) {
      const told = wordsBeside(box);
      const meant = known[Number(box.dataset.task)];
      box.disabled = onTask === undefined || meant === undefined || !isTask(meant, told);
      box.setAttribute('aria-label', told.slice(0, 100) || t('Task'));
    }
    writeEitherWay(element);
    makePicturesButtons(element, (name) => t('Show {name} large', { name }));
    for (const table of element.querySelectorAll<HTMLElement>('.table')) table.tabIndex = 0;
    const levelled = levelHeadings(element, titleLevel);
    // The outline leads there.
    for (const heading of levelled) heading.element.tabIndex = -1;
    setHeadings(levelled);
  });
  const lendPicture = useEffectEvent((reference: string) => picture(reference));
  const lendNone = useEffectEvent<NoPicture>((...of) => noPicture(...of));
  const more = () => setPages(2 * pages);
  const tell = useEffectEvent((element: HTMLElement | null) =>
    onText(element === null ? null : paperText(element, { rest: settled.slice(shown.length), more })),
  );
  useEffect(() => {
    if (result?.kind === 'plain') tell(plain.current);
    return () => tell(null);
  }, [result]);
  useEffect(() => {
    const element = paper.current;
    if (element === null || result?.kind !== 'html') return;
    const giveFocusBack = rememberFocus(element);
    putSafely(element, result.html);
    dress(element);
    giveFocusBack();
    tell(element);
    let current = true;
    void result.code.then((codes) => {
      if (!current || codes.length === 0) return;
      colourCode(element, codes);
      tell(element);
    });
    const release = putPicturesWhenNear(element, lendPicture, lendNone);
    return () => {
      current = false;
      release();
    };
  }, [result]);

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const task = event.target.closest<HTMLInputElement>('input[data-task]');
    if (task !== null) return onTask?.(Number(task.dataset.task), task.checked, wordsBeside(task));
    const shownLarge = event.target.closest<HTMLElement>('button[data-picture]');
    if (shownLarge !== null) return onOpenPicture(shownLarge.dataset.picture ?? '');
    const link = event.target.closest<HTMLElement>('a[data-note], a[data-attachment]');
    if (link === null) return;
    event.preventDefault();
    if (link.dataset.note !== undefined) onOpenTitle(link.dataset.note);
    else onDownload(link.dataset.attachment ?? '', link.textContent ?? '');
  };

  return (
    <div className={styles.view} data-read-view>
      {result?.kind === 'html' && headings[0]?.level === titleLevel ? null : (
        <VisuallyHidden>
          <h2>{titleOf(body)}</h2>
        </VisuallyHidden>
      )}
      {headings.length < 3 ? null : (
        <details className={styles.outline}>
          <summary>{t('Outline')}</summary>
          <nav aria-label={t('Outline')}>
            <ul>
              {headings.map(({ element, level }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: headings of one text, in their order
                <li key={index} data-depth={level - titleLevel}>
                  <button type="button" onClick={() => goTo(element)}>
                    {element.textContent}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        </details>
      )}
      {result?.kind === 'plain' ? (
        <>
          <p className={styles.told}>{t('This text takes too long to be laid out. It is shown as it is written.')}</p>
          <pre ref={plain} className={styles.plain} dir="auto">
            {shown}
          </pre>
        </>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the clicks are those of links, boxes and buttons in it
        <div ref={paper} className={styles.paper} onClick={onClick} />
      )}
      {shown.length < settled.length ? <Button onClick={more}>{t('Show more')}</Button> : null}
    </div>
  );
};

const goTo = (heading: HTMLElement): void => {
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
};

/** The first lines of a text, as many as are laid out at once, times `pages`. */
const beginningOf = (text: string, pages: number): string => {
  const most = text.slice(0, atOnce.letters * pages);
  let end = 0;
  for (let lines = 0; lines < atOnce.lines * pages; lines += 1) {
    const next = most.indexOf('\n', end);
    if (next < 0) return most.length === text.length || end === 0 ? most : most.slice(0, end);
    end = next + 1;
  }
  return most.slice(0, end);
};

/** What a task says, without the tasks under it. */
const wordsBeside = (box: HTMLElement): string => {
  const words: string[] = [];
  for (let node = box.nextSibling; node !== null; node = node.nextSibling) {
    if (node instanceof HTMLUListElement || node instanceof HTMLOListElement) break;
    words.push(node.textContent ?? '');
  }
  return words.join('').trim();
};
