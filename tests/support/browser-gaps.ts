import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// What jsdom lacks and the screens use. Each stands for the browser's own behaviour as far as the tests look at it.

/** The window's size in px, for media queries and layout. Tests set it through `setWindowSize`. */
const size = { width: 1280, height: 800 };
const queries = new Set<() => void>();

export const setWindowSize = (width: number, height = 800): void => {
  Object.assign(size, { width, height });
  for (const changed of queries) changed();
};

const holds = (query: string): boolean => {
  const min = /min-width: ([\d.]+)rem/.exec(query)?.[1];
  const max = /max-width: ([\d.]+)rem/.exec(query)?.[1];
  if (min === undefined && max === undefined) return false;
  return size.width >= Number(min ?? 0) * 16 && size.width <= Number(max ?? Number.POSITIVE_INFINITY) * 16;
};

window.matchMedia = (query) => {
  const list = new EventTarget();
  queries.add(() => list.dispatchEvent(new Event('change')));
  return Object.assign(list, {
    media: query,
    get matches() {
      return holds(query);
    },
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
};

Element.prototype.scrollIntoView = () => {};

// Layout: every element is as large as the window, so that a virtual list has room for some rows.
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { get: () => size.height },
  offsetWidth: { get: () => size.width },
  clientHeight: { get: () => size.height },
  clientWidth: { get: () => size.width },
  offsetParent: { get: () => document.body },
});
HTMLElement.prototype.scrollTo = () => {};

/** Tells the sizes of elements once, when they are first looked at, those of one moment together: a row is one of eight that the window has room for. */
class FirstSize implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;
  #observed: Element[] = [];
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }
  observe(target: Element): void {
    this.#observed.push(target);
    if (this.#observed.length > 1) return;
    queueMicrotask(() => {
      const entries = this.#observed.map(sizeOf);
      this.#observed = [];
      this.#tell(entries, this);
    });
  }
  unobserve(): void {}
  disconnect(): void {}
}

const sizeOf = (target: Element): ResizeObserverEntry => {
  const height = target.tagName === 'LI' ? size.height / 8 : size.height;
  const contentRect = DOMRect.fromRect({ width: size.width, height });
  return { target, contentRect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] };
};
window.ResizeObserver = FirstSize;
if (document.defaultView !== null) document.defaultView.ResizeObserver = FirstSize;

/** What is observed for coming near, and is not by itself: `comeNear` scrolls there. */
const faraway = new Map<Element, (entries: IntersectionObserverEntry[]) => void>();

/** False: nobody looks at it, or not yet. */
export const comeNear = (target: Element): boolean => {
  const entry = { target, isIntersecting: true, intersectionRatio: 1, time: 0, rootBounds: null };
  const rect = DOMRect.fromRect();
  const tell = faraway.get(target);
  tell?.([{ ...entry, boundingClientRect: rect, intersectionRect: rect }]);
  return tell !== undefined;
};

window.IntersectionObserver = class implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  readonly #tell: IntersectionObserverCallback;
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
  }
  observe(target: Element): void {
    faraway.set(target, (entries) => this.#tell(entries, this));
  }
  unobserve(target: Element): void {
    faraway.delete(target);
  }
  disconnect(): void {
    faraway.clear();
  }
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
};

// Audio and video: nothing is ever fetched or heard.
HTMLMediaElement.prototype.canPlayType = () => 'maybe';
HTMLMediaElement.prototype.load = () => {};
HTMLMediaElement.prototype.pause = () => {};
HTMLMediaElement.prototype.play = async () => {};

// CSS: what selectors are written with. It knows no newer property, so that the app takes the way of older browsers.
window.CSS ??= Object.assign(Object.create(null), {
  escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'),
  supports: () => false,
});

// <search>: an element like any other.
const createElement = document.createElement.bind(document);
document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
  const element = createElement(name, options);
  if (name === 'search') Object.defineProperty(element, Symbol.toStringTag, { value: 'HTMLElement' });
  return element;
};

// <dialog>: modal, takes the focus, gives it back on close, and Escape asks to cancel.
const openedFrom = new WeakMap<HTMLDialogElement, Element | null>();
HTMLDialogElement.prototype.showModal = function () {
  openedFrom.set(this, document.activeElement);
  this.setAttribute('open', '');
  this.querySelector<HTMLElement>('button, a, input')?.focus();
};
HTMLDialogElement.prototype.close = function () {
  this.removeAttribute('open');
  const before = openedFrom.get(this);
  if (before instanceof HTMLElement) before.focus();
};
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel', { cancelable: true }));
});

// A popover is hidden by the browser's own style sheet until it is shown.
HTMLElement.prototype.showPopover = function () {
  this.style.display = 'block';
};

/** Blob addresses that are in use. */
export const blobAddresses = new Set<string>();
let blobs = 0;
URL.createObjectURL = () => {
  const address = `blob:test/${++blobs}`;
  blobAddresses.add(address);
  return address;
};
URL.revokeObjectURL = (address) => {
  blobAddresses.delete(address);
};

afterEach(async () => {
  // What is open in the page goes back in the history as it closes (use-back-to-close.ts), and not in the next test.
  const isOpen = window.history.state?.layer !== undefined;
  const closed = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
  cleanup();
  if (isOpen) await closed;
  setWindowSize(1280);
  blobAddresses.clear();
  delete document.documentElement.dataset.theme;
});
