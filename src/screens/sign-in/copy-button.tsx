import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';

/** Copies a text, and says whether it did. */
export const CopyButton = ({ text }: { readonly text: string }) => {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied.'),
      () => setOutcome('The browser does not allow it: select the text instead.'),
    );
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        Copy
      </Button>
      <span role="status">{outcome}</span>
    </>
  );
};
