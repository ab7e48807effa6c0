import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Route, Switch } from 'wouter';
import type { DocumentId } from '../shared/model/ids.ts';
import { createQueryClient } from './api/query-client.ts';
import { askNow, watchAnswers } from './api/watch-answers.ts';
import { CrashBoundary } from './pages/crash-boundary.tsx';
import { DocumentPages } from './pages/document-pages.tsx';
import { EnterPage } from './pages/enter-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { late } from './ui/late.tsx';
import { ReleaseOffer } from './ui/missing-code.tsx';
import { Shortcuts } from './ui/shortcuts.tsx';
import { Toasts } from './ui/toasts.tsx';
import { unansweredStore } from './ui/unanswered.ts';

const ConfirmMailPage = late(() => import('./pages/confirm-mail-page.tsx'));

/** The whole client: routes, and what stands once for all of them. */
export function App() {
  const [queries] = useState(createQueryClient);
  useEffect(() => {
    unansweredStore.offer(() => void askNow(queries));
    return watchAnswers(queries, { tell: unansweredStore.set });
  }, [queries]);
  return (
    <CrashBoundary>
      <QueryClientProvider client={queries}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/enter" component={EnterPage} />
          <Route path="/confirm-mail">
            <ConfirmMailPage />
          </Route>
          <Route path="/d/:id/*?">
            {({ id }) => <DocumentPages key={id} id={id as unknown as DocumentId} />}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
        <Toasts />
        <ReleaseOffer />
        <Shortcuts />
      </QueryClientProvider>
    </CrashBoundary>
  );
}
