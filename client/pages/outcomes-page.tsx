import '../ui/words/changes.ts';
import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/outcomes.ts';
import '../ui/words/register.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import { NO_FILTER } from '../../shared/domain/input-filter.ts';
import type { DelegationId, DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import { useOrderingText } from '../api/paragraphs.ts';
import { useRegister } from '../api/register/use-register.ts';
import { FilterBar } from '../features/inputs/filter-bar.tsx';
import { OutcomeList } from '../features/inputs/outcome/outcome-list.tsx';
import { OutcomeOverview } from '../features/inputs/outcome/outcome-overview.tsx';
import { useFilter } from '../features/inputs/use-filter.ts';
import { useInputs } from '../features/inputs/use-inputs.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PrintIcon } from '../ui/icons.ts';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

interface OutcomesPageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
  /** Only the inputs of this delegation. */
  readonly delegation?: DelegationId;
  /** Only the inputs on this paragraph. */
  readonly paragraph?: ParagraphId | 'general';
}

/** `/d/:id/outcomes`, `…/delegation/:d`, `…/paragraph/:p`: what became of every input, for whoever may read the register. */
export default function OutcomesPage({ id, answer, delegation, paragraph }: OutcomesPageProps) {
  const { t } = useMessages();
  const whole = delegation === undefined && paragraph === undefined;
  return (
    <DocumentPage
      title={t('outcomes.title')}
      answer={answer}
      action="register.view"
      {...(whole ? { lead: t('outcomes.lead') } : {})}
      acts={
        <span className="row no-print">
          {whole ? null : <Link href={`/d/${id}/outcomes`}>{t('outcomes.back')}</Link>}
          <Button small onClick={() => window.print()}>
            <PrintIcon className="icon" /> {t('common.print')}
          </Button>
        </span>
      }
    >
      {(known) => (
        <Outcomes
          key={`${delegation} ${paragraph}`}
          id={id}
          answer={known}
          delegation={delegation ?? null}
          paragraph={paragraph ?? null}
        />
      )}
    </DocumentPage>
  );
}

interface OutcomesProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer;
  readonly delegation: DelegationId | null;
  readonly paragraph: ParagraphId | 'general' | null;
}

function Outcomes({ id, answer, delegation, paragraph }: OutcomesProps) {
  const { t } = useMessages();
  const view = useRegister(id);
  const text = useOrderingText(id, answer);
  const [asked, setFilter] = useFilter();
  const filter = useMemo(
    () => ({
      ...asked,
      ...(delegation === null ? {} : { delegation }),
      ...(paragraph === null ? {} : { paragraph }),
    }),
    [asked, delegation, paragraph],
  );
  const { all, byId, shown } = useInputs(view, text, filter, answer.versions);
  if (view.failure !== null && view.head === 0) return <FailureNotice failure={view.failure} />;
  if (!view.ready || text === undefined) return <ListSkeleton lines={8} />;
  if (all.length === 0) return <Notice title={t('outcomes.empty')} />;
  const filtered = Object.values(asked).some((value) => value !== null);
  if (delegation === null && paragraph === null && !filtered)
    return <OutcomeOverview documentId={id} view={view} text={text} all={all} />;
  const whose = delegation === null ? undefined : view.directory.delegations.get(delegation);
  const label =
    paragraph === null || paragraph === 'general' ? '' : (text.cited.get(paragraph) ?? shown[0]?.label ?? '');
  return (
    <>
      {delegation !== null ? (
        <h2 className="section-title">
          {whose === undefined
            ? t('outcomes.unknownDelegation')
            : t('outcomes.ofDelegation', { name: whose.name })}
        </h2>
      ) : paragraph !== null ? (
        <h2 className="section-title">
          {paragraph === 'general'
            ? t('outcomes.ofGeneral')
            : t('outcomes.ofParagraph', {
                label: label === '' ? t('dispositions.unnumberedShort') : label,
              })}
        </h2>
      ) : (
        <FilterBar
          brief
          filter={asked}
          onFilter={(part) => setFilter(part ?? NO_FILTER)}
          view={view}
          text={text}
          versions={answer.versions}
        />
      )}
      <p className="soft" role="status">
        {t('outcomes.counts', {
          decided: shown.filter(({ disposition }) => disposition !== null).length,
          all: shown.length,
        })}
      </p>
      {shown.length === 0 ? (
        <p>{t(filtered ? 'outcomes.none' : 'outcomes.emptyHere')}</p>
      ) : (
        <OutcomeList answer={answer} view={view} text={text} byId={byId} inputs={shown} />
      )}
    </>
  );
}
