import '../card/card.css';
import './list.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { competingAddress } from '../addresses.ts';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { ProposalCard } from '../card/proposal-card.tsx';
import { textUnder } from '../text/text-under.ts';
import { isOpen } from './open-proposals.ts';
import { byParagraph, chosenProposals, type ListChoice, SHOWN, type Shown } from './sort-proposals.ts';

interface ProposalListProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** All proposals in the order of the text, paragraph by paragraph. */
export function ProposalList({ answer, view, paragraphs: latest }: ProposalListProps) {
  const { t } = useMessages();
  const paragraphs = useDeferredValue(latest);
  const [choice, setChoice] = useState<ListChoice>({ shown: 'open', delegation: null });
  const groups = useMemo(
    () => byParagraph(chosenProposals(view, choice), paragraphs),
    [view, choice, paragraphs],
  );
  const delegations = useMemo(() => {
    const proposing = new Set([...view.rows.proposal.values()].map(({ by }) => by.delegationId));
    return [...view.directory.delegations.values()]
      .filter(({ id }) => proposing.has(id))
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [view]);
  const count = groups.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const mayAnswer = answer.abilities['comment.write'].allowed;
  return (
    <>
      <div className="field-row no-print">
        <Field label={t('proposals.list.shown')}>
          <select
            value={choice.shown}
            onChange={({ target }) => setChoice({ ...choice, shown: target.value as Shown })}
          >
            {SHOWN.map((shown) => (
              <option key={shown} value={shown}>
                {t(`proposals.list.${shown}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('proposals.list.delegation')}>
          <select
            value={choice.delegation ?? ''}
            onChange={({ target }) =>
              setChoice({
                ...choice,
                delegation: delegations.find(({ id }) => id === target.value)?.id ?? null,
              })
            }
          >
            <option value="">{t('proposals.list.anyDelegation')}</option>
            {delegations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <p className="soft" role="status">
        {view.rows.proposal.size === 0 ? t('proposals.none') : t('proposals.count', { count })}
      </p>
      {groups.map(({ paragraph, proposals }) => {
        const open = proposals.filter((proposal) => isOpen(view, proposal));
        return (
          <section className="proposal-group" key={paragraph?.id ?? ''}>
            <div className="proposal-group-head">
              <h2 className="section-title">
                <bdi>
                  {paragraph === null
                    ? t('proposals.list.goneParagraphs')
                    : t('proposals.paragraph', { label: paragraphName(paragraph.label, paragraph.text, t) })}
                </bdi>
              </h2>
              {paragraph !== null && open.length > 1 ? (
                <Link href={competingAddress(answer.document.id, paragraph.id)}>
                  {t('proposals.competing.compare')}
                </Link>
              ) : null}
            </div>
            <ul className="proposal-list">
              {proposals.map((proposal) => (
                <li key={proposal.id} className="proposal-list-entry">
                  <ProposalCard
                    proposal={proposal}
                    changes={textUnder(proposal, paragraphs, view)}
                    view={view}
                    paragraphs={paragraphs}
                    mayAnswer={mayAnswer && proposal.withdrawnAt === null}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
