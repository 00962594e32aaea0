import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import type { Notebook, Services, SignedInUser } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { BackLink } from './back-link.tsx';
import { DeviceTrouble } from './device-trouble.tsx';
import { LibraryPage } from './library-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { NotFound } from './not-found.tsx';
import { RouteFocus } from './route-focus.tsx';
import { signInAddress } from './sign-in-address.ts';
import { useUser } from './use-user.ts';

// A list of notes is there without the other screens; each is loaded when it is first opened.
const GoneScreen = lazy(async () => {
  const { GoneScreen } = await import('#src/screens/history/gone-screen.tsx');
  return { default: GoneScreen };
});
const HelpScreen = lazy(async () => {
  const { HelpScreen } = await import('#src/screens/help/help-screen.tsx');
  return { default: HelpScreen };
});
const HistoryPage = lazy(async () => {
  const { HistoryPage } = await import('./history-page.tsx');
  return { default: HistoryPage };
});
const Landing = lazy(async () => {
  const { Landing } = await import('#src/screens/sign-in/landing.tsx');
  return { default: Landing };
});
const LedgerScreen = lazy(async () => {
  const { LedgerScreen } = await import('#src/screens/ledger/ledger-screen.tsx');
  return { default: LedgerScreen };
});
const SettingsScreen = lazy(async () => {
  const { SettingsScreen } = await import('#src/screens/settings/settings-screen.tsx');
  return { default: SettingsScreen };
});
const SignInScreen = lazy(async () => {
  const { SignInScreen } = await import('#src/screens/sign-in/sign-in-screen.tsx');
  return { default: SignInScreen };
});

interface AppRoutesProps {
  readonly services: Services;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
  /** The browser had thrown this device's copy away. */
  readonly evicted: boolean;
  /** Exports the notes; undefined where that cannot be done. */
  readonly onExport: ((ids: readonly NoteId[]) => void) | undefined;
}

export const AppRoutes = ({ services, preferences, onPreferences, evicted, onExport }: AppRoutesProps) => {
  const user = useUser(services.session);
  const notebook = useObservable(services.notebook);
  const failure = useObservable(services.notebookFailure);
  const [evictedSeen, setEvictedSeen] = useState(false);
  const back = <BackLink to="/" />;

  const library = (person: SignedInUser) => {
    if (notebook === null) return failure === null ? <LoadingPage /> : <DeviceTrouble failure={failure} />;
    return (
      <LibraryPage
        services={services}
        user={person}
        notebook={notebook}
        failure={failure}
        letterKeys={preferences.letterKeys}
        onEvictedSeen={evicted && !evictedSeen ? () => setEvictedSeen(true) : null}
        onExport={onExport}
      />
    );
  };
  const withNotes = (page: (notes: Notebook) => ReactNode) => {
    if (failure !== null) return <DeviceTrouble failure={failure} />;
    return notebook === null ? <LoadingPage /> : page(notebook);
  };

  return (
    <Suspense fallback={<LoadingPage />}>
      <Routes>
        <Route path="/login" element={<SignInScreen key="login" initial="sign in" />} />
        <Route path="/signup" element={<SignInScreen key="signup" initial="sign up" />} />
        <Route path="/help" element={<HelpScreen back={back} connection={services.connection} notebook={notebook} />} />
        {user === null ? (
          <>
            <Route path="/" element={<Landing />} />
            <Route path="/notes/:id" element={<ToSignIn />} />
            {['/notes/:id/history', '/unsent', '/gone', '/settings'].map((path) => (
              <Route key={path} path={path} element={<ToSignIn />} />
            ))}
          </>
        ) : (
          <>
            {/* One element for both, so that list and editor stay as they are from note to note. */}
            <Route element={library(user)}>
              <Route path="/" element={null} />
              <Route path="/notes/:id" element={null} />
            </Route>
            <Route path="/notes/:id/history" element={withNotes((notes) => <HistoryPage notebook={notes} />)} />
            <Route
              path="/unsent"
              element={withNotes((notes) => (
                <LedgerScreen back={back} notebook={notes} clock={services.now} onExport={onExport} />
              ))}
            />
            <Route path="/gone" element={withNotes((notes) => <GoneScreen back={back} notebook={notes} />)} />
            <Route
              path="/settings"
              element={
                <SettingsScreen
                  back={back}
                  user={user}
                  connection={services.connection}
                  preferences={preferences}
                  onPreferences={onPreferences}
                />
              }
            />
          </>
        )}
        <Route path="*" element={<NotFound />} />
      </Routes>
      <RouteFocus />
    </Suspense>
  );
};

/** Sends a guest to sign in, and back here after it. */
const ToSignIn = () => {
  const { pathname, search } = useLocation();
  return <Navigate to={signInAddress(pathname + search)} replace />;
};
