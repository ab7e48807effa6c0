import type { ComponentType } from 'react';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import { useMessages } from '../ui/messages.ts';
import { MissingCode } from '../ui/missing-code.tsx';
import { TextSkeleton } from '../ui/skeleton.tsx';
import { lateCode } from '../ui/use-late-code.ts';

/**
 * A page whose code is fetched when it is first gone to. Where that fails, its place says so, the frame around it stays,
 * and the page comes by itself once the line is back; nothing that stands elsewhere is lost to a reload.
 */
export function latePage<Props extends { readonly answer: DocumentAnswer | undefined }>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const useCode = lateCode(load);
  return function LatePage(props: Props) {
    const { t } = useMessages();
    const { code, missing, again } = useCode();
    if (code !== null) return <code.default {...props} />;
    if (!missing) return <TextSkeleton heading={props.answer?.document.title ?? t('common.loading')} />;
    return (
      <div className="page page-narrow">
        <MissingCode onRetry={again} />
      </div>
    );
  };
}
