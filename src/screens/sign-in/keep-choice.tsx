import { useState } from 'react';
import type { Session } from '#src/services.ts';
import { Switch } from '#src/ui/switch.tsx';
import { useWords } from '#src/words/use-words.ts';

/** For a computer that is not one's own. Offered while nobody is signed in: what is kept already stays where it is. */
export const KeepChoice = ({ session }: { readonly session: Session }) => {
  const { t } = useWords();
  const [onlyThisTab, setOnlyThisTab] = useState(!session.keeps());
  if (session.user() !== null) return null;
  return (
    <Switch
      label={t("Don't keep notes on this computer")}
      hint={t(
        'They are there until you close this tab. Closing it before all is sent asks first; what is not sent then is lost.',
      )}
      checked={onlyThisTab}
      onChange={(checked) => {
        session.keep(!checked);
        setOnlyThisTab(checked);
      }}
    />
  );
};
