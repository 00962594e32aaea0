import { useCallback, useEffect, useRef, useState } from 'react';
import type { AwsFailure, Check, Doctor } from '#src/services.ts';

export interface Examination {
  readonly checks: readonly Check[];
  readonly isRunning: boolean;
  /** Whether a person has ended the last one early. */
  readonly isStopped: boolean;
  /** Why it could not be begun. */
  readonly failure: AwsFailure | null;
  readonly run: () => void;
  readonly stop: () => void;
}

/** Runs the checks when the page opens, and again when asked. `who`: whoever else that is, they begin anew. */
export function useExamination(doctor: Doctor, who: string | null): Examination {
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [isRunning, setRunning] = useState(true);
  const [isStopped, setStopped] = useState(false);
  const [failure, setFailure] = useState<AwsFailure | null>(null);
  const stopping = useRef<AbortController | null>(null);

  const run = useCallback(async () => {
    const stop = new AbortController();
    stopping.current?.abort();
    stopping.current = stop;
    setRunning(true);
    setStopped(false);
    setFailure(null);
    const onChange = (next: readonly Check[]) => {
      if (stopping.current === stop) setChecks(next);
    };
    const result = await doctor.examine({ origin: window.location.origin, onChange, signal: stop.signal });
    if (stopping.current !== stop) return;
    setRunning(false);
    if (!result.ok) setFailure(result.failure);
  }, [doctor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person's connection is another one.
  useEffect(() => {
    void run();
    return () => {
      stopping.current?.abort();
      stopping.current = null;
    };
  }, [run, who]);

  const stop = () => {
    setStopped(true);
    stopping.current?.abort();
  };
  return { checks, isRunning, isStopped, failure, run: () => void run(), stop };
}
