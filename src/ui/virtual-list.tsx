import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './virtual-list.module.css';

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** A row's height in px before it has been measured. */
  readonly estimatedHeight: number;
  readonly keyOf: (index: number) => string | number;
  /** Where a key leads from a row; null where it is not the list's. */
  readonly step: (key: string, from: number) => number | null;
  /** The row's content; its first link takes the focus. */
  readonly render: (index: number) => ReactNode;
}

/** A list of any length. Only the rows in sight, and the one with the focus, are in the page; each knows its place in the whole. */
export const VirtualList = ({ label, count, estimatedHeight, keyOf, step, render }: VirtualListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const wanted = useRef<number | null>(null);

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: keyOf,
    overscan: 8,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (focused === null || focused >= count || shown.includes(focused)) return shown;
      return [...shown, focused].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (link === null || link === undefined) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (focused === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = step(event.key, focused);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    setFocused(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        // biome-ignore lint/a11y/noRedundantRoles: without markers it is no list to Safari unless its role is said
        role="list"
        aria-label={label}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const row = event.target.closest('[data-index]');
          setFocused(row === null ? null : Number(row.getAttribute('data-index')));
        }}
        onBlur={() => setFocused(null)}
      >
        {virtual.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            className={styles.item}
            style={{ transform: `translateY(${item.start}px)` }}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={count}
          >
            {render(item.index)}
          </li>
        ))}
      </ul>
    </div>
  );
};
