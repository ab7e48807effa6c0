import '../ui/words/changes.ts';
import '../ui/words/comparison.ts';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { failureIn } from '../api/request.ts';
import { comparisonAddress, useVersion } from '../api/versions.ts';
import {
  type CompareAddress,
  compareQuery,
  readCompareAddress,
} from '../features/comparison/compare-address.ts';
import { CompareScreen } from '../features/comparison/compare-screen.tsx';
import type { ComparedSide, ComparedText } from '../features/comparison/compared-side.ts';
import { useComparison } from '../features/comparison/use-comparison.ts';
import { useWorkingSide } from '../features/comparison/use-working-side.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { TextSkeleton } from '../ui/skeleton.tsx';

interface ComparePageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** What is compared when nobody has said: the last two texts there are, the working text among them if open. */
function lastTwo(answer: DocumentAnswer): readonly [ComparedText, ComparedText] | null {
  const texts: readonly ComparedText[] = [
    ...[...answer.versions].sort((a, b) => a.ordinal - b.ordinal).map(({ id }) => id),
    ...(answer.abilities['text.view'].allowed ? (['working'] as const) : []),
  ];
  const [from, to] = texts.slice(-2);
  return from === undefined || to === undefined ? null : [from, to];
}

/** `/d/:id/compare?from=&to=&view=&style=&show=`. */
export default function ComparePage({ id, answer }: ComparePageProps) {
  const { t } = useMessages();
  usePageTitle(t('frame.compare'), answer?.document.title);
  if (answer === undefined) return <TextSkeleton heading={t('frame.compare')} />;
  const pair = lastTwo(answer);
  if (pair === null)
    return (
      <div className="page page-narrow">
        <p>{t('comparison.needsTwo')}</p>
      </div>
    );
  return <Compared id={id} answer={answer} pair={pair} />;
}

interface ComparedProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer;
  readonly pair: readonly [ComparedText, ComparedText];
}

function Compared({ id, answer, pair }: ComparedProps) {
  const { t } = useMessages();
  const [, navigate] = useLocation();
  const search = useSearch();
  const latestId = [...answer.versions].sort((a, b) => a.ordinal - b.ordinal).at(-1)?.id;
  const named = (text: ComparedText): ComparedText =>
    (text as string) === 'latest' ? (latestId ?? 'working') : text;
  const read = readCompareAddress(search, {
    from: pair[0],
    to: pair[1],
    view: 'inline',
    style: 'word',
    onlyChanges: true,
  });
  // `latest` is a way to ask; what is seen is a version with a name of its own.
  const address: CompareAddress = { ...read, from: named(read.from), to: named(read.to) };
  const onAddress = (change: Partial<CompareAddress>): void =>
    navigate(`/d/${id}/compare?${compareQuery({ ...address, ...change })}`, { replace: true });

  const from = useVersionSide(id, address.from);
  const to = useVersionSide(id, address.to);
  const live = address.from === 'working' || address.to === 'working';
  const latest = useVersion(id, 'latest', live && answer.versions.length > 0);
  const working = useWorkingSide(
    id,
    t('comparison.workingText'),
    live,
    answer.versions.length === 0 ? null : latest.data,
  );
  const state = useComparison(
    address.from === 'working' ? working : from.side,
    address.to === 'working' ? working : to.side,
  );
  const error = from.error ?? to.error;
  if (error !== null)
    return (
      <div className="page page-narrow">
        <FailureNotice failure={failureIn(error)} />
      </div>
    );
  return (
    <CompareScreen
      address={address}
      onAddress={onAddress}
      versions={answer.versions}
      working={answer.abilities['text.view'].allowed}
      state={state}
      fileAddress={(format) => comparisonAddress(id, address.from, address.to, format)}
    />
  );
}

/** A version as a side of the comparison; nothing for the working text. */
function useVersionSide(
  id: DocumentId,
  text: ComparedText,
): { readonly side: ComparedSide | null; readonly error: Error | null } {
  const { data, error } = useVersion(id, text, text !== 'working');
  const side = useMemo(
    () => (data === undefined ? null : { text, name: data.name, paragraphs: data.paragraphs }),
    [data, text],
  );
  return { side, error };
}
