import { useLocation, useParams } from 'react-router-dom';
import { parseNoteId } from '#src/notes/note-id.ts';
import { HistoryScreen } from '#src/screens/history/history-screen.tsx';
import type { Notebook } from '#src/services.ts';
import { useWords } from '#src/words/use-words.ts';
import { BackLink } from './back-link.tsx';
import { NotFound } from './not-found.tsx';

/** The history of the note that the address names; the way back leads to the note, and its list is kept. */
export const HistoryPage = ({ notebook }: { readonly notebook: Notebook }) => {
  const id = parseNoteId(useParams().id ?? '');
  const { t } = useWords();
  const { search } = useLocation();
  if (id === undefined) return <NotFound />;
  return (
    <HistoryScreen
      key={id}
      back={<BackLink to={{ pathname: `/notes/${id}`, search }} label={t('Back to the note')} />}
      notebook={notebook}
      id={id}
    />
  );
};
