import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { laidOutAtOnce, paperOf } from './paper.ts';
import { type LendPicture, putPicture } from './pictures.ts';
import { colourCode } from './put-safely.ts';
import { rendered, type StartWorker } from './rendered.ts';

/** Prints the note as it reads. */
export interface Printer {
  print(): Promise<void>;
}

interface PrintSheetProps {
  readonly body: string;
  readonly startWorker: StartWorker;
  readonly picture: LendPicture;
  readonly ref: Ref<Printer>;
}

/** Letters that are printed: some 200 pages. */
const most = 500_000;
/** ms that pictures may take before the note is printed without those that are missing. */
const patience = 10_000;

interface Sheet {
  readonly element: HTMLElement;
  readonly releases: (() => void)[];
}

/**
 * The note as it reads on paper, in the place of the app: in the page only while it is printed. The app's own ways to print wait for the
 * worker and for pictures. The browser's menu waits for nothing, so that the page lays out by itself what is short enough for that.
 */
export const PrintSheet = ({ body, startWorker, picture, ref }: PrintSheetProps) => {
  const sheet = useRef<Sheet | null>(null);

  const clear = () => {
    sheet.current?.element.remove();
    for (const release of sheet.current?.releases ?? []) release();
    sheet.current = null;
  };
  const layOut = (element: HTMLElement): Sheet => {
    clear();
    document.body.append(element);
    sheet.current = { element, releases: [] };
    return sheet.current;
  };
  const print = async () => {
    const text = body.slice(0, most);
    const made = await rendered(text, startWorker, new AbortController().signal);
    const { element, releases } = layOut(paperOf(made, text));
    if (made.kind === 'html') colourCode(element, await made.code);
    const putting = [...element.querySelectorAll<HTMLElement>('[data-picture]')].map(async (place) => {
      const release = await putPicture(place, picture);
      if (release === null) return;
      if (element.isConnected) releases.push(release);
      else release();
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([Promise.all(putting), late]);
    clearTimeout(timer);
    window.print();
  };
  useImperativeHandle(ref, () => ({ print }));

  const onBeforePrint = useEffectEvent(() => {
    if (sheet.current !== null) return;
    const text = body.slice(0, most);
    const { element } = layOut(paperOf(laidOutAtOnce(text), text));
    takeShownPictures(element);
  });
  const onAfterPrint = useEffectEvent(clear);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void print();
  });
  useEffect(() => {
    const before = () => onBeforePrint();
    const after = () => onAfterPrint();
    const key = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    window.addEventListener('keydown', key);
    return () => {
      after();
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      window.removeEventListener('keydown', key);
    };
  }, []);
  return null;
};

/** Pictures that the read view shows already: there is no time to fetch them. */
const takeShownPictures = (element: HTMLElement): void => {
  const shown = new Map<string | undefined, string>();
  for (const image of document.querySelectorAll<HTMLImageElement>('[data-read-view] [data-picture] img')) {
    shown.set(image.parentElement?.dataset.picture, image.src);
  }
  for (const place of element.querySelectorAll<HTMLElement>('[data-picture]')) {
    const address = shown.get(place.dataset.picture);
    if (address === undefined) continue;
    const image = document.createElement('img');
    image.alt = place.textContent ?? '';
    image.src = address;
    place.replaceChildren(image);
  }
};
