import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';

/** Copies a text, and says whether it did. */
export const CopyButton = ({ text }: { readonly text: string }) => {
  const { t } = useWords();
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome(t('Copied.')),
      () => setOutcome(t('The browser does not allow it: select the text instead.')),
    );
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {t('Copy')}
      </Button>
      <span role="status">{outcome}</span>
    </>
  );
};
