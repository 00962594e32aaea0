import { type EditorView, ViewPlugin } from '@codemirror/view';

/** Shows where in the text dropped files would go. The browser shows nothing once the page takes files. */
export const dropPlace = ViewPlugin.fromClass(
  class {
    private readonly mark = document.createElement('div');
    private readonly stop = new AbortController();
    private readonly view: EditorView;

    constructor(view: EditorView) {
      this.view = view;
      this.mark.className = 'dropPlace';
      const page = view.dom.ownerDocument;
      const how = { capture: true, signal: this.stop.signal };
      page.addEventListener('dragover', (event) => this.show(event), how);
      const hide = () => this.mark.remove();
      page.addEventListener('drop', hide, how);
      page.addEventListener('dragend', hide, how);
      // Out of the window.
      page.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && hide(), how);
    }

    destroy() {
      this.stop.abort();
      this.mark.remove();
    }

    private show(event: DragEvent) {
      const { view, mark } = this;
      const isOver = event.dataTransfer?.types.includes('Files') === true && event.composedPath().includes(view.dom);
      const at = isOver && !view.state.readOnly ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
      const place = at === null ? null : view.coordsAtPos(at);
      if (place === null) return mark.remove();
      Object.assign(mark.style, {
        position: 'fixed',
        zIndex: '1',
        width: '2px',
        left: `${place.left - 1}px`,
        top: `${place.top}px`,
        height: `${place.bottom - place.top}px`,
        background: 'var(--color-accent)',
        pointerEvents: 'none',
      });
      view.dom.append(mark);
    }
  },
);
