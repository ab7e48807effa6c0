import { Component, type ReactNode } from 'react';
import { translate } from '../ui/messages.ts';

/** What is shown when a screen throws: a bug of ours. Words written are on the device or at the server already. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="page page-narrow stack">
        <h1 className="page-title">{translate('errors.title.unexpected')}</h1>
        <p className="page-lead">{translate('errors.advice.unexpected')}</p>
        <p>
          <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
            {translate('errors.page.reload')}
          </button>
        </p>
      </main>
    );
  }
}
