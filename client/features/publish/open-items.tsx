import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { OpenItemsAnswer } from '../../../shared/api/open-items.ts';
import { filterQuery } from '../../../shared/domain/input-filter.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import { type RegisterView, useRegister } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';

interface OpenItemsProps {
  readonly documentId: DocumentId;
  readonly open: OpenItemsAnswer;
  /** Paragraphs of the text to be published, in order. */
  readonly order: readonly ParagraphId[];
}

/** Rows drawn at first, and with each step. */
const STEP = 50;

/** What has no answer yet, and what each would become in the version. Nothing of it hinders publication. */
export function OpenItems({ documentId, open, order }: OpenItemsProps) {
  const { t } = useMessages();
  const view = useRegister(documentId);
  const { counts } = open;
  const at = `/d/${documentId}`;
  const lines: readonly (readonly [count: number, words: string, href: string])[] = [
    [
      counts.comments + counts.proposals,
      t('publish.open.inputs', { count: counts.comments + counts.proposals }),
      `${at}/inputs${filterQuery({ state: 'undecided' })}`,
    ],
    [counts.questions, t('publish.open.questions', { count: counts.questions }), `#open-questions`],
    [
      counts.contests,
      t('publish.open.contests', { count: counts.contests }),
      `${at}/inputs${filterQuery({ state: 'mine' })}`,
    ],
  ];
  return (
    <>
      <ul className="publish-open">
        {lines.map(([count, words, href]) => (
          <li key={href}>{count === 0 ? words : <Link href={href}>{words}</Link>}</li>
        ))}
        {counts.orphans === 0 ? null : <li>{t('publish.open.orphans', { count: counts.orphans })}</li>}
        {counts.changedSince === 0 ? null : (
          <li>{t('publish.open.changedSince', { count: counts.changedSince })}</li>
        )}
      </ul>
      {open.inputs.length === 0 ? null : (
        <OpenInputs documentId={documentId} open={open} order={order} view={view} />
      )}
      {open.questions.length === 0 ? null : (
        <OpenQuestions documentId={documentId} questions={open.questions} view={view} />
      )}
    </>
  );
}

/** What becomes of an input's place on the way into the version. */
const becomes = (
  place: OpenItemsAnswer['inputs'][number]['place'],
): 'proposal' | NonNullable<typeof place>['carry'] =>
  place === null ? 'proposal' : place.resolution === 'orphan' ? 'orphan' : place.carry;

/** General ones first, then in the order of the text, last those whose place is gone. */
function inOrder(
  inputs: OpenItemsAnswer['inputs'],
  order: readonly ParagraphId[],
): OpenItemsAnswer['inputs'] {
  const at = new Map(order.map((id, k) => [id, k]));
  const rank = ({ place, label }: OpenItemsAnswer['inputs'][number]): number => {
    const paragraph = place?.paragraph ?? place?.near ?? null;
    if (paragraph === null) return label === '' ? -1 : order.length;
    return at.get(paragraph) ?? order.length;
  };
  return inputs.toSorted((a, b) => rank(a) - rank(b));
}

function OpenInputs({ documentId, open, order, view }: OpenItemsProps & { view: RegisterView }) {
  const { t } = useMessages();
  const [count, setCount] = useState(STEP);
  const inputs = useMemo(() => inOrder(open.inputs, order), [open.inputs, order]);
  return (
    <section className="publish-list" aria-labelledby="open-inputs">
      <h3 id="open-inputs">{t('publish.open.inputsTitle')}</h3>
      <TableScroll label={t('publish.open.inputsTitle')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('publish.open.paragraph')}</th>
              <th scope="col">{t('publish.open.from')}</th>
              <th scope="col">{t('publish.open.input')}</th>
              <th scope="col">{t('publish.open.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {inputs
              .slice(0, count)
              .map(({ id, on, kind, delegationId, from, text, label, place, placeLabel }) => (
                <tr key={id}>
                  <td className="nowrap">
                    {label === '' && placeLabel === '' ? (
                      t('dispositions.general')
                    ) : (
                      <>
                        <bdi>{label}</bdi>
                        {placeLabel === label || placeLabel === '' ? null : (
                          <>
                            {' → '}
                            <bdi>{placeLabel}</bdi>
                          </>
                        )}
                      </>
                    )}
                  </td>
                  <td>
                    <bdi>
                      {from === null
                        ? view.directory.delegations.get(delegationId)?.name
                        : `${from.join('; ')} ${t('register.enteredBy', { name: view.directory.delegations.get(delegationId)?.name ?? '' })}`}
                    </bdi>
                  </td>
                  <td>
                    <Link
                      href={
                        on.noun === 'proposal'
                          ? `/d/${documentId}/proposals/${on.id}`
                          : inputHref(documentId, view, on)
                      }
                    >
                      {t(`dispositions.kind.${kind}`)}
                    </Link>{' '}
                    <bdi className="soft">{text}</bdi>
                  </td>
                  <td>{t(`publish.open.carry.${becomes(place)}`)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableScroll>
      <More count={count} all={open.inputs.length} onMore={() => setCount(count + STEP)} />
    </section>
  );
}

/** An item is talked about where its submission is. */
const inputHref = (
  documentId: DocumentId,
  view: RegisterView,
  on: OpenItemsAnswer['inputs'][number]['on'],
): string =>
  `/d/${documentId}/dialogue/${on.noun === 'item' ? (view.rows.item.get(on.id)?.commentId ?? '') : on.id}`;

function OpenQuestions({
  documentId,
  questions,
  view,
}: {
  documentId: DocumentId;
  questions: OpenItemsAnswer['questions'];
  view: RegisterView;
}): ReactNode {
  const { t } = useMessages();
  const [count, setCount] = useState(STEP);
  return (
    <section className="publish-list" aria-labelledby="open-questions">
      <h3 id="open-questions">{t('publish.open.questionsTitle')}</h3>
      <ul>
        {questions.slice(0, count).map((id) => {
          const question = view.rows.comment.get(id);
          return (
            <li key={id}>
              <Link href={`/d/${documentId}/dialogue/${id}`}>
                {question === undefined
                  ? t('dispositions.kind.question')
                  : signatoryOf(view, question.by, question.from).delegation}
              </Link>{' '}
              <bdi className="soft">{question?.text.slice(0, 200)}</bdi>
            </li>
          );
        })}
      </ul>
      <More count={count} all={questions.length} onMore={() => setCount(count + STEP)} />
    </section>
  );
}

function More({ count, all, onMore }: { count: number; all: number; onMore: () => void }) {
  const { t } = useMessages();
  return all <= count ? null : (
    <p>
      <Button small onClick={onMore}>
        {t('publish.open.more', { count: Math.min(STEP, all - count) })}
      </Button>
    </p>
  );
}
