import { useRef, useState } from 'react';
import { useServices } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './away.module.css';
import { useArrival } from './use-arrival.ts';
import { type AwayFile, awaySentence } from './while-away.ts';

/** What stands in the place of a file that cannot be had now, until it is there. */
export const Away = ({ files, keys, failure, onThere }: AwayFile & { readonly onThere: () => void }) => {
  const words = useWords();
  const { t } = words;
  const { now } = useServices();
  const place = useRef<HTMLDivElement>(null);
  const [look, setLook] = useState<'none' | 'looking' | 'in vain'>('none');
  useArrival(files, keys, place, onThere);
  const again = async () => {
    setLook('looking');
    const found = await files.find(keys);
    setLook(found.ok ? 'none' : 'in vain');
    if (found.ok) onThere();
  };
  return (
    <div ref={place} className={styles.away}>
      <p>{awaySentence({ keys, failure }, now(), words)}</p>
      <Button size="small" variant="quiet" aria-disabled={look === 'looking'} onClick={() => void again()}>
        {t('Try again')}
      </Button>
      <p role="status" className={styles.look}>
        {look === 'in vain' ? t('Still not there.') : null}
      </p>
    </div>
  );
};
