import { type ReactNode, Suspense, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import type { SeenLibraries } from '#src/screens/attachments/seen-pictures.ts';
import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import type { Notebook, Services, SignedInUser } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { BackLink } from './back-link.tsx';
import { DeviceTrouble } from './device-trouble.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Exporting } from './exporting.tsx';
import { LibraryPage } from './library-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import {
  GoneScreen,
  HelpScreen,
  HistoryPage,
  Landing,
  LedgerScreen,
  NotFound,
  PicturesPage,
  SettingsPages,
  SignInScreen,
} from './parts.ts';
import { RouteFocus } from './route-focus.tsx';
import { signInAddress } from './sign-in-address.ts';
import { useUser } from './use-user.ts';

interface AppRoutesProps {
  readonly services: Services;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

export const AppRoutes = ({ services, preferences, onPreferences }: AppRoutesProps) => {
  const user = useUser(services.session);
  const notebook = useObservable(services.notebook);
  const failure = useObservable(services.notebookFailure);
  const evicted = useObservable(services.evicted);
  const [evictedSeen, setEvictedSeen] = useState(false);
  const [exporting, setExporting] = useState<'all' | readonly NoteId[] | null>(null);
  const [seenPictures] = useState((): SeenLibraries => new WeakMap());
  const { pathname } = useLocation();
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
        smallPhotos={preferences.smallPhotos}
        order={preferences.order}
        onOrder={(order) => onPreferences({ ...preferences, order })}
        onEvictedSeen={evicted && !evictedSeen ? () => setEvictedSeen(true) : null}
        onExport={setExporting}
      />
    );
  };
  const withNotes = (page: (notes: Notebook) => ReactNode) => {
    if (failure !== null) return <DeviceTrouble failure={failure} />;
    return notebook === null ? <LoadingPage /> : page(notebook);
  };

  return (
    <ErrorBoundary at={pathname} onReload={() => window.location.reload()}>
      <Suspense fallback={<LoadingPage />}>
        <Routes>
          <Route path="/login" element={<SignInScreen key="login" initial="sign in" />} />
          <Route path="/signup" element={<SignInScreen key="signup" initial="sign up" />} />
          <Route
            path="/help"
            element={
              <HelpScreen
                back={back}
                connection={services.connection}
                doctor={services.doctor}
                email={user?.email ?? null}
                notebook={notebook}
                signInAt={signInAddress('/help')}
              />
            }
          />
          {user === null ? (
            <>
              <Route path="/" element={<Landing />} />
              <Route path="/notes/:id" element={<ToSignIn />} />
              {['/notes/:id/history', '/unsent', '/gone', '/pictures', '/settings/*'].map((path) => (
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
                  <LedgerScreen back={back} notebook={notes} clock={services.now} onExport={setExporting} />
                ))}
              />
              <Route path="/gone" element={withNotes((notes) => <GoneScreen back={back} notebook={notes} />)} />
              <Route
                path="/pictures"
                element={withNotes((notes) => (
                  <PicturesPage services={services} user={user} notebook={notes} seen={seenPictures} />
                ))}
              />
              <Route
                path="/settings/*"
                element={
                  <SettingsPages
                    back={back}
                    user={user}
                    services={services}
                    onExport={setExporting}
                    withNotes={withNotes}
                    preferences={preferences}
                    onPreferences={onPreferences}
                  />
                }
              />
            </>
          )}
          <Route path="*" element={<NotFound />} />
        </Routes>
        <RouteFocus page={notebook} />
      </Suspense>
      {exporting === null || notebook === null || user === null ? null : (
        <Exporting
          connection={services.connection}
          user={user}
          notebook={notebook}
          notes={exporting}
          onClose={() => setExporting(null)}
        />
      )}
    </ErrorBoundary>
  );
};

/** Sends a guest to sign in, and back here after it. */
const ToSignIn = () => {
  const { pathname, search } = useLocation();
  return <Navigate to={signInAddress(pathname + search)} replace />;
};
