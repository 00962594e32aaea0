import { useEffect, useState } from 'react';
import type { Notebook, SetAside } from '#src/services.ts';
import { DownloadIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { keepAsking } from '#src/ui/keep-asking.ts';
import { Notice } from '#src/ui/notice.tsx';
import { saveFile } from '#src/ui/save-file.ts';
import { useWords } from '#src/words/use-words.ts';

/** Says that this device holds values which are no notes, and hands them out. */
export const SetAsideNotice = ({ notebook }: { readonly notebook: Notebook }) => {
  const { t, counted } = useWords();
  const [aside, setAside] = useState<readonly SetAside[]>([]);
  useEffect(() => keepAsking(() => notebook.setAside(), setAside, [notebook.list]), [notebook]);
  if (aside.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={counted(
        aside.length,
        '1 stored item could not be read as notes',
        '{count} stored items could not be read as notes',
      )}
      actions={
        <Button onClick={() => saveFile(fileOf(aside), 'satchel-unreadable-items.json')}>
          <DownloadIcon size={18} />
          {t('Save them as a file')}
        </Button>
      }
    >
      {t('They are kept on this device as they were found. Signing out deletes them.')}
    </Notice>
  );
};

/** The values are JSON already: they go into the file byte for byte. */
const fileOf = (aside: readonly SetAside[]): Blob => {
  const items = aside.map(({ id, at, json }) => {
    const foundAt = new Date(at).toISOString();
    return `{"id":${JSON.stringify(id)},"foundAt":${JSON.stringify(foundAt)},"value":${json}}`;
  });
  return new Blob([`[\n${items.join(',\n')}\n]\n`], { type: 'application/json' });
};
