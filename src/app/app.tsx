import { BrowserRouter } from 'react-router-dom';
import { type Services, ServicesProvider } from '#src/services.ts';
import '#src/ui/base.css';
import { ToastProvider } from '#src/ui/toasts.tsx';
import { WordsProvider } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import { AppRoutes } from './app-routes.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { StrayFiles } from './parts.ts';
import type { PreferenceStorage } from './preferences.ts';
import { SkipLink } from './skip-link.tsx';
import { usePreferences } from './use-preferences.ts';
import { useSpokenWords } from './use-spoken-words.ts';

interface AppProps {
  readonly services: Services;
  /** Where choices like the theme are kept: the page's localStorage, or null where the browser has none for us. */
  readonly storage: PreferenceStorage;
  /** In the language that the page begins with. */
  readonly words: Words;
  /** The browser's languages, the dearest first. */
  readonly languages: readonly string[];
}

/** The whole app, over the services it is handed. */
export const App = ({ services, storage, words: begun, languages }: AppProps) => {
  const [preferences, setPreferences] = usePreferences(storage);
  const words = useSpokenWords(preferences.language, begun, languages);
  return (
    <WordsProvider value={words}>
      <ErrorBoundary at="" onReload={() => window.location.reload()}>
        <ServicesProvider value={services}>
          <ToastProvider>
            <StrayFiles />
            {/* A page that is shown only when React finds the time would lose the first keys typed into a new note. */}
            <BrowserRouter useTransitions={false}>
              <SkipLink />
              <AppRoutes services={services} preferences={preferences} onPreferences={setPreferences} />
            </BrowserRouter>
          </ToastProvider>
        </ServicesProvider>
      </ErrorBoundary>
    </WordsProvider>
  );
};
