import {
  createContext,
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import {
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
  Virtualizer,
  type VirtualizerHandle,
} from 'virtua';
import { isFocusLost } from './lost-focus.ts';
import styles from './virtual-list.module.css';

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Another value: other things are listed, from the beginning. */
  readonly about?: unknown;
  /** The row that is in sight and has the focus at first. */
  readonly start?: number | undefined;
  /** A row's height in px before it has been measured. */
  readonly estimatedHeight: number;
  readonly keyOf: (index: number) => string | number;
  /** Where a key leads from a row; null where it is not the list's. */
  readonly step: (key: string, from: number) => number | null;
  /** The row's content; its first link or field takes the focus. */
  readonly render: (index: number) => ReactNode;
}

/** A list of any length. Only the rows in sight, and the one with the focus, are in the page; each knows its place in the whole. */
export const VirtualList = ({ label, count, about, start, estimatedHeight, keyOf, step, render }: VirtualListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const listed = useRef(about);
  const [focused, setFocused] = useState(start ?? null);
  const wanted = useRef(focused);
  useLayoutEffect(() => {
    if (about !== listed.current) scroller.current?.scrollTo(0, 0);
    listed.current = about;
  }, [about]);

  // A row with the focus may have moved, or gone: then the one in its place has it.
  useLayoutEffect(() => {
    if (focused === null) return;
    const row = document.activeElement?.closest('[data-index]') ?? null;
    if (row !== null && scroller.current?.contains(row)) {
      const at = Number(row.getAttribute('data-index'));
      if (at !== focused) setFocused(at);
    } else if (isFocusLost() && wanted.current === null) {
      const next = Math.min(focused, count - 1);
      wanted.current = next;
      setFocused(next);
    }
  });

  const list: ListParts = {
    label,
    count,
    onKeyDown(event) {
      if (focused === null || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = step(event.key, focused);
      if (next === null) return;
      event.preventDefault();
      wanted.current = next;
      setFocused(next);
      virtualizer.current?.scrollToIndex(next, { align: 'nearest' });
    },
    onFocus(event) {
      const row = event.target.closest('[data-index]');
      setFocused(row === null ? null : Number(row.getAttribute('data-index')));
    },
    onBlur: () => setFocused(null),
    onShown(index) {
      if (wanted.current !== index) return;
      const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, input)`);
      link?.focus({ preventScroll: index !== start });
      if (document.activeElement === link) wanted.current = null;
    },
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <ListContext value={list}>
        <Virtualizer
          ref={virtualizer}
          scrollRef={scroller}
          as={List}
          item={Row}
          data={{ length: count }}
          itemSize={estimatedHeight}
          keepMounted={focused === null || focused >= count ? [] : [focused]}
        >
          {(_, index) => <Fragment key={keyOf(index)}>{render(index)}</Fragment>}
        </Virtualizer>
      </ListContext>
    </div>
  );
};

/** What the list's own elements, which the virtualiser makes, have to know. */
interface ListParts {
  readonly label: string;
  readonly count: number;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
  onBlur(): void;
  /** A row is in the page. The virtualiser hides it until it has its height, so it may take the focus only when told again. */
  onShown(index: number): void;
}

const ListContext = createContext<ListParts>({
  label: '',
  count: 0,
  onKeyDown: () => undefined,
  onFocus: () => undefined,
  onBlur: () => undefined,
  onShown: () => undefined,
});

const List = ({ ref, style, children }: CustomContainerComponentProps) => {
  const { label, onKeyDown, onFocus, onBlur } = useContext(ListContext);
  return (
    <ul
      ref={ref}
      // biome-ignore lint/a11y/noRedundantRoles: without markers it is no list to Safari unless its role is said
      role="list"
      aria-label={label}
      style={style}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {children}
    </ul>
  );
};

const Row = ({ ref, style, index, children }: CustomItemComponentProps) => {
  const { count, onShown } = useContext(ListContext);
  useLayoutEffect(() => onShown(index));
  return (
    <li ref={ref} style={style} data-index={index} aria-posinset={index + 1} aria-setsize={count}>
      {children}
    </li>
  );
};
