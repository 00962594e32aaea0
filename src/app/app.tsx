import { BrowserRouter } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Services, ServicesProvider } from '#src/services.ts';
import '#src/ui/base.css';
import { ToastProvider } from '#src/ui/toasts.tsx';
import { AppRoutes } from './app-routes.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { PreferenceStorage } from './preferences.ts';
import { SkipLink } from './skip-link.tsx';
import { usePreferences } from './use-preferences.ts';

interface AppProps {
  readonly services: Services;
  /** Where choices like the theme are kept: the page's localStorage, or null where the browser has none for us. */
  readonly storage: PreferenceStorage;
  /** The browser had thrown this device's copy away; it is said once. */
  readonly evicted?: boolean;
  /** Exports the notes; left out where that cannot be done. */
  readonly onExport?: (ids: readonly NoteId[]) => void;
}

/** The whole app, over the services it is handed. */
export const App = ({ services, storage, evicted = false, onExport }: AppProps) => {
  const [preferences, setPreferences] = usePreferences(storage);
  return (
    <ErrorBoundary onReload={() => window.location.reload()}>
      <ServicesProvider value={services}>
        <ToastProvider>
          {/* A page that is shown only when React finds the time would lose the first keys typed into a new note. */}
          <BrowserRouter useTransitions={false}>
            <SkipLink />
            <AppRoutes
              services={services}
              preferences={preferences}
              onPreferences={setPreferences}
              evicted={evicted}
              onExport={onExport}
            />
          </BrowserRouter>
        </ToastProvider>
      </ServicesProvider>
    </ErrorBoundary>
  );
};
