import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '#src/app/app.tsx';
import type { PreferenceStorage } from '#src/app/preferences.ts';
import { createFakeServices, type FakeServices } from './fake-services.ts';

interface RenderAppOptions {
  /** Path and query of the page. */
  readonly url?: string;
  readonly fake?: FakeServices;
  readonly storage?: PreferenceStorage;
}

/** The whole app in the page, over fake services, with somebody at the keyboard. */
export const renderApp = ({ url = '/', fake = createFakeServices(), storage = null }: RenderAppOptions = {}) => {
  window.history.replaceState(null, '', url);
  const page = render(<App services={fake.services} storage={storage} />);
  return { ...fake, user: userEvent.setup(), page };
};

/** The path and query that the app is at. */
export const address = (): string => window.location.pathname + window.location.search;
