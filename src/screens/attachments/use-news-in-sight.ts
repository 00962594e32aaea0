import { type RefObject, useEffect, useRef } from 'react';
import type { Attaching } from './use-attaching.ts';

/**
 * Under a long text, or under many files, nobody would see that one was refused, or is on its way. What stands in the text at a place that was
 * pointed at is seen there, and the page stays where it is.
 */
export const useNewsInSight = ({
  refused,
  uploads,
  shrinking,
  atEnd,
}: Pick<Attaching, 'refused' | 'uploads' | 'shrinking' | 'atEnd'>): {
  readonly refusals: RefObject<HTMLDivElement | null>;
  readonly onTheirWay: RefObject<HTMLDivElement | null>;
} => {
  const refusals = useRef<HTMLDivElement>(null);
  const onTheirWay = useRef<HTMLDivElement>(null);
  useWhenMore(uploads.length + shrinking.all, () => atEnd && onTheirWay.current?.scrollIntoView({ block: 'nearest' }));
  useWhenMore(refused.length, () => refusals.current?.scrollIntoView({ block: 'nearest' }));
  return { refusals, onTheirWay };
};

const useWhenMore = (count: number, onMore: () => void): void => {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) onMore();
    before.current = count;
  });
};
