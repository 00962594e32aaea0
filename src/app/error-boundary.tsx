import { Component, type ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { useWords } from '#src/words/use-words.ts';

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Where the person is: somewhere else it may go on. */
  readonly at: string;
  readonly onReload: () => void;
}

/** What is shown where a part of the app has a bug or could not be loaded: what is safe, what happened, and a way on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.at !== this.props.at && this.state.failed) this.setState({ error: null, failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Fault error={this.state.error} onReload={this.props.onReload} />;
  }
}

const Fault = ({ error, onReload }: { readonly error: unknown; readonly onReload: () => void }) => {
  const { t } = useWords();
  const isUnloaded = error instanceof Error && notLoaded.test(error.message);
  return (
    <Page title={isUnloaded ? t('This part of the app is not here') : t('Something went wrong')}>
      <Notice
        tone="danger"
        details={error instanceof Error ? (error.stack ?? error.message) : String(error)}
        actions={<Button onClick={onReload}>{t('Reload')}</Button>}
      >
        {isUnloaded
          ? t(
              'It could not be loaded. Check your connection, go back, and try again. What you have written is kept on this device.',
            )
          : t('Satchel ran into a fault of its own and stopped. What you have written is kept on this device.')}
      </Notice>
    </Page>
  );
};

/** What Chromium, Firefox and Safari say of a module that could not be fetched. */
const notLoaded = /dynamically imported module|Importing a module script failed/i;
