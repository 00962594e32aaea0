import { type EditorView, WidgetType } from '@codemirror/view';
import type { Words } from '#src/words/words.ts';
import type { EditorNeeds } from './editor-needs.ts';

/** A picture that the text names. */
export interface Picture {
  readonly name: string;
  readonly reference: string;
}

type Needs = Pick<EditorNeeds, 'picture' | 'noPicture' | 'onOpenPicture'>;

/**
 * A picture where the text names it. Its name stands before it, so that it has none of its own for screen readers. Its button or a double
 * click shows it large, and Mod-Enter where the text names it; a click puts the caret there, as everywhere in the text.
 */
export class PictureWidget extends WidgetType {
  private readonly picture: Picture;
  private readonly needs: Needs;
  private readonly words: Words;
  private readonly releases = new WeakMap<HTMLElement, () => void>();

  constructor(picture: Picture, needs: Needs, words: Words) {
    super();
    this.picture = picture;
    this.needs = needs;
    this.words = words;
  }

  override eq({ picture }: PictureWidget): boolean {
    return picture.reference === this.picture.reference && picture.name === this.picture.name;
  }

  override toDOM(view: EditorView): HTMLElement {
    const frame = document.createElement('span');
    frame.className = 'picture';
    let gone = false;
    const show = async (): Promise<void> => {
      this.releases.set(frame, () => {
        gone = true;
      });
      const lent = await this.needs.picture(this.picture.reference);
      if (gone) return lent?.release();
      if (lent === null) {
        const put = (sign: HTMLElement) => {
          frame.append(sign);
          view.requestMeasure();
        };
        this.releases.set(frame, this.needs.noPicture(this.picture.reference, put, show));
        return;
      }
      this.releases.set(frame, lent.release);
      const image = document.createElement('img');
      image.alt = '';
      image.decoding = 'async';
      image.addEventListener('load', () => view.requestMeasure());
      image.addEventListener('dblclick', (event) => this.open(event));
      image.src = lent.address;
      frame.append(image, this.openButton());
    };
    void show();
    return frame;
  }

  private openButton(): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'open-picture';
    button.tabIndex = -1;
    button.title = this.words.t('Show {name} large', this.picture);
    button.setAttribute('aria-label', button.title);
    button.append(cornersIcon());
    // The text keeps the focus, and has it when the picture is closed again.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', (event) => this.open(event));
    return button;
  }

  private open(event: Event): void {
    event.preventDefault();
    this.needs.onOpenPicture(this.picture.reference);
  }

  override destroy(frame: HTMLElement): void {
    this.releases.get(frame)?.();
  }

  override get estimatedHeight(): number {
    return -1;
  }
}

/** Two corners that go apart. */
const cornersIcon = (): SVGElement => {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  const lines = document.createElementNS(namespace, 'path');
  const look = { width: '18', height: '18', viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor' };
  for (const [name, value] of Object.entries(look)) icon.setAttribute(name, value);
  icon.setAttribute('aria-hidden', 'true');
  lines.setAttribute('stroke-width', '1.5');
  lines.setAttribute('stroke-linecap', 'round');
  lines.setAttribute('d', 'M12 3.75h4.25V8M16 4l-4.75 4.75M8 16.25H3.75V12M4 16l4.75-4.75');
  icon.append(lines);
  return icon;
};
