import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import type { Services, SignedInUser } from '#src/services.ts';
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
const HelpScreen = lazy(async () => {
  const { HelpScreen } = await import('#src/screens/help/help-screen.tsx');
  return { default: HelpScreen };
});
const Landing = lazy(async () => {
  const { Landing } = await import('#src/screens/sign-in/landing.tsx');
  return { default: Landing };
});
const SettingsPage = lazy(async () => {
  const { SettingsPage } = await import('./settings-page.tsx');
  return { default: SettingsPage };
});
const SignInScreen = lazy(async () => {
  const { SignInScreen } = await import('#src/screens/sign-in/sign-in-screen.tsx');
  return { default: SignInScreen };
});

interface AppRoutesProps {
  readonly services: Services;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

export const AppRoutes = ({ services, preferences, onPreferences }: AppRoutesProps) => {
  const user = useUser(services.session);
  const notebook = useObservable(services.notebook);
  const failure = useObservable(services.notebookFailure);
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
      />
    );
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
            <Route path="/settings" element={<ToSignIn />} />
          </>
        ) : (
          <>
            {/* One element for both, so that list and editor stay as they are from note to note. */}
            <Route element={library(user)}>
              <Route path="/" element={null} />
              <Route path="/notes/:id" element={null} />
            </Route>
            <Route
              path="/settings"
              element={
                <SettingsPage
                  back={back}
                  user={user}
                  connection={services.connection}
                  notebook={notebook}
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
