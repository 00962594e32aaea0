import { useEffect, useState } from 'react';

/** The time in ms, fresh enough for "Yesterday", or as fresh as `every` ms. */
export const useNow = (clock: () => number, every = 60_000): number => {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), every);
    return () => clearInterval(timer);
  }, [clock, every]);
  return now;
};
