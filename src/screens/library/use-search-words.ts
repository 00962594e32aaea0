import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/**
 * What stands in the search box. It leads and the address (`inAddress`) follows, since the router takes its time with navigations and
 * would swallow letters typed fast. Only a visit that is not the box's own (a link, the back button) sets it.
 */
export const useSearchWords = (inAddress: string): readonly [string, (words: string) => void] => {
  const [words, setWords] = useState(inAddress);
  const { key: visit } = useLocation();
  const type = useNavigationType();
  const follow = useEffectEvent(() => {
    if (type !== 'REPLACE') setWords(inAddress);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a visit is what calls for it
  useEffect(() => follow(), [visit]);
  return [words, setWords];
};
