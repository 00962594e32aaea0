import { BrowserRouter } from 'react-router-dom';
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
}

/** The whole app, over the services it is handed. */
export const App = ({ services, storage }: AppProps) => {
  const [preferences, setPreferences] = usePreferences(storage);
  return (
    <ErrorBoundary at="" onReload={() => window.location.reload()}>
      <ServicesProvider value={services}>
        <ToastProvider>
          {/* A page that is shown only when React finds the time would lose the first keys typed into a new note. */}
          <BrowserRouter useTransitions={false}>
            <SkipLink />
            <AppRoutes services={services} preferences={preferences} onPreferences={setPreferences} />
          </BrowserRouter>
        </ToastProvider>
      </ServicesProvider>
    </ErrorBoundary>
  );
};
