import { type EditorView, WidgetType } from '@codemirror/view';
import { toggleTask } from './task-commands.ts';

/** The box of a task, to be clicked. By the keyboard it is ticked with Mod-Enter, from anywhere in its line. */
export class TaskWidget extends WidgetType {
  private readonly done: boolean;
  private readonly label: string;
  private readonly locked: boolean;

  constructor(done: boolean, label: string, locked: boolean) {
    super();
    this.done = done;
    this.label = label;
    this.locked = locked;
  }

  override eq(other: TaskWidget): boolean {
    return other.done === this.done && other.locked === this.locked;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'task-box';
    box.checked = this.done;
    box.disabled = this.locked;
    box.tabIndex = -1;
    box.setAttribute('aria-label', this.label);
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', (event) => {
      event.preventDefault();
      toggleTask(view, view.posAtDOM(box));
    });
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
