import { Component, type ReactNode } from 'react';
import { type ErrorInfo, toErrorInfo } from '#contract/errors';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';

interface CrashState {
  readonly error: ErrorInfo | null;
}

/** Catches what a screen throws while drawing: the rest of the window stays usable. */
export class Crash extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { error: null };

  static getDerivedStateFromError(thrown: unknown): CrashState {
    return { error: toErrorInfo(thrown) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main className="main">
        <div className="pad-20">
          <ErrorPanel error={this.state.error} onRetry={() => this.setState({ error: null })} />
        </div>
      </main>
    );
  }
}
