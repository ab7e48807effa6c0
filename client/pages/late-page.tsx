import { type ComponentType, useEffect, useState } from 'react';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fetchUntilItComes } from '../ui/fetch-until-it-comes.ts';
import { useMessages } from '../ui/messages.ts';
import { TextSkeleton } from '../ui/skeleton.tsx';

const NO_LINE = { code: 'offline', detail: '', fields: [] } as const;

/**
 * A page whose code is fetched when it is first gone to. Where the line breaks, its place says so, the frame around it
 * stays, and the page comes by itself once the line is back; nothing that stands elsewhere is lost to a reload.
 */
export function latePage<Props extends { readonly answer: DocumentAnswer | undefined }>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | null = null;
  return function LatePage(props: Props) {
    const { t } = useMessages();
    const [Page, setPage] = useState<ComponentType<Props> | null>(() => arrived);
    const [failed, setFailed] = useState(false);
    const [asked, setAsked] = useState(0);
    // biome-ignore lint/correctness/useExhaustiveDependencies: asking again begins anew
    useEffect(() => {
      if (Page !== null) return;
      const loadOrTell = (): Promise<{ default: ComponentType<Props> }> =>
        load().catch((error: unknown) => {
          setFailed(true);
          throw error;
        });
      return fetchUntilItComes(loadOrTell, (module) => {
        arrived = module.default;
        setPage(() => module.default);
      });
    }, [Page, asked]);
    if (Page !== null) return <Page {...props} />;
    if (!failed) return <TextSkeleton heading={props.answer?.document.title ?? t('common.loading')} />;
    return (
      <div className="page page-narrow">
        <FailureNotice failure={NO_LINE} onRetry={() => setAsked(asked + 1)} />
      </div>
    );
  };
}
