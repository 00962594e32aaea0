import { useCallback, useEffect, useRef, useState } from 'react';
import type { BucketReport, StorageReport } from '#src/services.ts';

/** What is being asked of S3, and how far that is; `all`: null where nobody knows how much there is. */
export interface Asking {
  readonly what: 'look' | 'measure';
  readonly done: number;
  readonly all: number | null;
}

/** What is in the bucket, and the ways to ask for more of it. One question at a time; leaving the page ends it. */
export function useBucket(report: StorageReport) {
  const [bucket, setBucket] = useState<BucketReport | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const ending = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (what: Asking['what']) => {
      ending.current?.abort();
      const mine = new AbortController();
      ending.current = mine;
      const { signal } = mine;
      const isLast = () => ending.current === mine;
      setAsking({ what, done: 0, all: null });
      const onProgress = (done: number, all: number | null) => {
        if (isLast()) setAsking({ what, done, all });
      };
      const told = await report[what]({ signal, onProgress }).catch(closed);
      if (!isLast()) return;
      ending.current = null;
      setAsking(null);
      if (told !== null) setBucket(told);
    },
    [report],
  );
  useEffect(() => {
    void ask('look');
    return () => {
      ending.current?.abort();
      ending.current = null;
    };
  }, [ask]);

  return {
    bucket,
    asking,
    ask,
    cancel: () => ending.current?.abort(),
    /** Something was removed or deleted. */
    refresh: async () => {
      const told = await report.again().catch(closed);
      if (told !== null) setBucket(told);
    },
  };
}

/** The device's copy is closed or broken, of which the list of notes tells. */
const closed = () => null;
