import { useEffect, useEffectEvent, useState } from 'react';

/**
 * The value as it was when it last stayed the same for `pause` ms, or `atMost` ms ago: for what is too much to be worked out with every
 * change.
 */
export const useSettled = <T>(value: T, pause: number, atMost = Number.POSITIVE_INFINITY): T => {
  const [settled, setSettled] = useState(value);
  const settle = useEffectEvent(() => setSettled(value));
  const changing = !Object.is(value, settled);
  useEffect(() => {
    if (Object.is(value, settled)) return;
    const timer = setTimeout(() => settle(), pause);
    return () => clearTimeout(timer);
  }, [value, settled, pause]);
  useEffect(() => {
    if (!changing || atMost === Number.POSITIVE_INFINITY) return;
    const timer = setInterval(() => settle(), atMost);
    return () => clearInterval(timer);
  }, [changing, atMost]);
  return settled;
};
