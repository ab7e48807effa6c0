import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/register.ts';
import '../ui/words/synthesis.ts';
import { useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { failureIn } from '../api/request.ts';
import { SYNTHESIS_FILES, type SynthesisOf, synthesisAddress, useSynthesis } from '../api/synthesis.ts';
import { SynthesisView } from '../features/inputs/synthesis/synthesis-view.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PrintIcon } from '../ui/icons.ts';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

interface SynthesisPageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
  /** A version that was prepared; absent: the next one. */
  readonly version?: VersionId;
}

/** `/d/:id/synthesis` and `/d/:id/synthesis/:version`: what was received for a version, and what became of it. */
export default function SynthesisPage({ id, answer, version }: SynthesisPageProps) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const of: SynthesisOf = version ?? 'working';
  const synthesis = useSynthesis(id, of, answer?.abilities['register.view'].allowed === true);
  const versions = answer?.versions.toSorted((a, b) => b.ordinal - a.ordinal) ?? [];
  const name = versions.find((one) => one.id === version)?.name;
  return (
    <DocumentPage
      title={name === undefined ? t('synthesis.ofWorking') : t('synthesis.of', { name })}
      answer={answer}
      action="register.view"
      acts={
        <span className="row no-print">
          {SYNTHESIS_FILES.map((format) => (
            <ButtonLink
              key={format}
              small
              href={synthesisAddress(id, of, format)}
              aria-label={`${t('synthesis.downloads')} ${format.toUpperCase()}`}
              download
            >
              {format.toUpperCase()}
            </ButtonLink>
          ))}
          <Button small onClick={() => window.print()}>
            <PrintIcon className="icon" /> {t('common.print')}
          </Button>
        </span>
      }
    >
      {() => (
        <>
          <label className="synthesis-version no-print">
            {t('synthesis.version')}{' '}
            <select
              className="field-input"
              value={of}
              onChange={(event) =>
                go(`/d/${id}/synthesis${event.target.value === 'working' ? '' : `/${event.target.value}`}`)
              }
            >
              <option value="working">{t('synthesis.next')}</option>
              {versions.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          {synthesis.data !== undefined ? (
            <SynthesisView documentId={id} synthesis={synthesis.data} />
          ) : synthesis.error !== null ? (
            <FailureNotice failure={failureIn(synthesis.error)} onRetry={() => void synthesis.refetch()} />
          ) : (
            <ListSkeleton lines={8} />
          )}
        </>
      )}
    </DocumentPage>
  );
}
