import { type EditorView, WidgetType } from '@codemirror/view';
import type { EditorNeeds } from './editor-needs.ts';

/** A picture where the text names it. Its name stands before it, so that it has none of its own for screen readers. */
export class PictureWidget extends WidgetType {
  private readonly reference: string;
  private readonly needs: Pick<EditorNeeds, 'picture'>;
  private readonly releases = new WeakMap<HTMLElement, () => void>();

  constructor(reference: string, needs: Pick<EditorNeeds, 'picture'>) {
    super();
    this.reference = reference;
    this.needs = needs;
  }

  override eq(other: PictureWidget): boolean {
    return other.reference === this.reference;
  }

  override toDOM(view: EditorView): HTMLElement {
    const frame = document.createElement('span');
    frame.className = 'picture';
    let gone = false;
    this.releases.set(frame, () => {
      gone = true;
    });
    const show = async () => {
      const lent = await this.needs.picture(this.reference);
      if (lent === null) return;
      if (gone) return lent.release();
      this.releases.set(frame, lent.release);
      const image = document.createElement('img');
      image.alt = '';
      image.decoding = 'async';
      image.addEventListener('load', () => view.requestMeasure());
      image.src = lent.address;
      frame.append(image);
    };
    void show();
    return frame;
  }

  override destroy(frame: HTMLElement): void {
    this.releases.get(frame)?.();
  }

  override get estimatedHeight(): number {
    return -1;
  }
}
