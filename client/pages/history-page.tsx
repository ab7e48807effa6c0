import '../ui/words/changes.ts';
import '../ui/words/comparison.ts';
import '../ui/words/dispositions.ts';
import '../ui/words/history.ts';
import '../ui/words/outcomes.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import type { Version } from '../../shared/model/version.ts';
import { useRegister } from '../api/register/use-register.ts';
import { versionQuery } from '../api/versions.ts';
import type { ComparedSide } from '../features/comparison/compared-side.ts';
import { HistoryTable } from '../features/comparison/history/history-table.tsx';
import { Lineage } from '../features/comparison/history/lineage.tsx';
import { type TextHistory, useHistory } from '../features/comparison/history/use-history.ts';
import { useWorkingSide } from '../features/comparison/use-working-side.ts';
import { Provenance, provenanceOf } from '../features/inputs/outcome/provenance.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { TextSkeleton } from '../ui/skeleton.tsx';

interface HistoryPageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
  /** Only this paragraph; absent for the whole table. */
  readonly paragraph?: ParagraphId;
}

/** `/d/:id/history` and `/d/:id/history/:paragraph`. */
export default function HistoryPage({ id, answer, paragraph }: HistoryPageProps) {
  const { t } = useMessages();
  usePageTitle(t('history.title'), answer?.document.title);
  return answer === undefined ? (
    <TextSkeleton heading={t('history.title')} />
  ) : (
    <div className="page page-wide">
      <header className="page-head">
        <h1 className="page-title">{paragraph === undefined ? t('history.title') : t('history.lineage')}</h1>
        {paragraph === undefined ? null : <Link href={`/d/${id}/history`}>{t('history.back')}</Link>}
      </header>
      {paragraph === undefined ? <p className="soft">{t('history.intro')}</p> : null}
      <History id={id} answer={answer} paragraph={paragraph} />
    </div>
  );
}

function History({
  id,
  answer,
  paragraph,
}: {
  id: DocumentId;
  answer: DocumentAnswer;
  paragraph: ParagraphId | undefined;
}) {
  const history = useHistory(useAllTexts(id, answer));
  if (history === null) return <TextSkeleton />;
  return paragraph === undefined ? (
    <HistoryTable id={id} history={history} />
  ) : (
    <LineageOf id={id} answer={answer} history={history} paragraph={paragraph} />
  );
}

/** One paragraph with what was said on it and taken up, for whoever may read the register. */
function LineageOf({
  id,
  answer,
  history,
  paragraph,
}: {
  id: DocumentId;
  answer: DocumentAnswer;
  history: TextHistory;
  paragraph: ParagraphId;
}) {
  const view = useRegister(id);
  return (
    <Lineage
      id={id}
      history={history}
      paragraph={paragraph}
      below={(text, paragraphs) => (
        <Provenance
          documentId={id}
          view={view}
          provenance={provenanceOf(view.rows, paragraphs, answer.versions)(text)}
        />
      )}
    />
  );
}

/** Every version in order, then the working text where the visitor may see it; null until all are here. */
function useAllTexts(id: DocumentId, answer: DocumentAnswer): readonly ComparedSide[] | null {
  const { t } = useMessages();
  const may = answer.abilities['text.view'].allowed;
  const ordered = useMemo(
    () => [...answer.versions].sort((a, b) => a.ordinal - b.ordinal),
    [answer.versions],
  );
  const sides = useQueries({
    queries: ordered.map((version) => versionQuery(id, version.id)),
    combine: (results) => results.map(({ data }) => data),
  });
  const latest = ordered.length === 0 ? null : sides.at(-1);
  const working = useWorkingSide(id, t('comparison.workingText'), may, latest);
  const published = useMemo(
    () =>
      sides.every((version): version is Version => version !== undefined)
        ? sides.map((version) => ({ text: version.id, name: version.name, paragraphs: version.paragraphs }))
        : null,
    [sides],
  );
  return useMemo(() => {
    if (published === null || (may && working === null)) return null;
    return working === null ? published : [...published, working];
  }, [published, may, working]);
}
