import { Component, type ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** What is shown where a part of the app has a bug: what is safe, what happened, and a way on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode; readonly onReload: () => void }, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { error } = this.state;
    return (
      <Page title="Something went wrong">
        <Notice
          tone="danger"
          details={error instanceof Error ? (error.stack ?? error.message) : String(error)}
          actions={<Button onClick={this.props.onReload}>Reload</Button>}
        >
          Satchel ran into a fault of its own and stopped. What you have written is kept on this device.
        </Notice>
      </Page>
    );
  }
}
