import './outcome.css';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Input } from '../../../../shared/domain/input.ts';
import { filterQuery, type InputFilter } from '../../../../shared/domain/input-filter.ts';
import { groupInputs } from '../../../../shared/domain/input-order.ts';
import { type Tally, tallyInputs } from '../../../../shared/domain/input-tally.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { ConstituencySign } from '../../../ui/constituency-sign.tsx';
import { paragraphOutcomes } from '../../../ui/input-address.ts';
import { useMessages } from '../../../ui/messages.ts';
import { TableScroll } from '../../../ui/table-scroll.tsx';

interface OutcomeOverviewProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly all: readonly Input[];
}

interface Line {
  readonly key: string;
  readonly name: ReactNode;
  readonly href: string;
  readonly filter: Partial<InputFilter>;
  readonly tally: Tally;
}

/** All inputs counted by delegation and by paragraph. Every number opens what it counts. */
export function OutcomeOverview({ documentId, view, text, all }: OutcomeOverviewProps) {
  const { t } = useMessages();
  const delegations = useMemo<readonly Line[]>(() => {
    const tallies = tallyInputs(all, ({ senders }) => senders);
    return [...tallies]
      .map(([id, tally]) => {
        const delegation = view.directory.delegations.get(id);
        return {
          key: id,
          sort: delegation?.name ?? '',
          name: (
            <span className="outcome-delegation">
              <ConstituencySign constituency={delegation?.constituency ?? null} />
              <span>
                <bdi>{delegation?.name}</bdi>{' '}
                <span className="soft small">
                  {t(`terms.constituency.${delegation?.constituency ?? 'none'}`)}
                </span>
              </span>
            </span>
          ),
          href: `/d/${documentId}/outcomes/delegation/${id}`,
          filter: { delegation: id },
          tally,
        };
      })
      .sort((a, b) => a.sort.localeCompare(b.sort));
  }, [all, view.directory, documentId, t]);
  const paragraphs = useMemo<readonly Line[]>(() => {
    const tallies = tallyInputs(all, ({ paragraph }) => [paragraph ?? ('general' as const)]);
    return groupInputs(all, text.paragraphs).flatMap(({ paragraph, label, gone }) => {
      const tally = tallies.get(paragraph ?? 'general');
      if (tally === undefined) return [];
      const cited = paragraph === null ? '' : (text.cited.get(paragraph) ?? label);
      return [
        {
          key: paragraph ?? 'general',
          name: (
            <>
              {paragraph === null
                ? t('dispositions.general')
                : cited === ''
                  ? t('dispositions.unnumbered')
                  : t('dispositions.paragraph', { label: cited })}
              {gone ? <span className="soft small"> {t('dispositions.gone')}</span> : null}
            </>
          ),
          href: paragraphOutcomes(documentId, paragraph),
          filter: { paragraph: paragraph ?? 'general' },
          tally,
        },
      ];
    });
  }, [all, text, documentId, t]);
  return (
    <div className="outcome-tables">
      <section aria-labelledby="by-delegation">
        <h2 className="section-title" id="by-delegation">
          {t('outcomes.byDelegation')}
        </h2>
        <TallyTable documentId={documentId} what={t('outcomes.delegation')} lines={delegations} />
      </section>
      <section aria-labelledby="by-paragraph">
        <h2 className="section-title" id="by-paragraph">
          {t('outcomes.byParagraph')}
        </h2>
        <TallyTable documentId={documentId} what={t('outcomes.paragraph')} lines={paragraphs} />
      </section>
    </div>
  );
}

const COLUMNS = [
  ['takenUp', 'taken-up', 'outcomes.takenUp'],
  ['notTakenUp', 'not-taken-up', 'outcomes.notTakenUp'],
  ['undecided', 'undecided', 'outcomes.open'],
  ['unsatisfied', 'unsatisfied', 'outcomes.unhappy'],
] as const;

function TallyTable({
  documentId,
  what,
  lines,
}: {
  documentId: DocumentId;
  what: string;
  lines: readonly Line[];
}) {
  const { t } = useMessages();
  return (
    <TableScroll label={what}>
      <table className="table table-roomy">
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col" className="number">
              {t('outcomes.inputs')}
            </th>
            {COLUMNS.map(([field, , name]) => (
              <th key={field} scope="col" className="number">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, href, filter, tally }) => (
            <tr key={key}>
              <th scope="row">
                <Link href={href}>{name}</Link>
              </th>
              <td className="number">
                <Link href={href}>{tally.all}</Link>
              </td>
              {COLUMNS.map(([field, state]) => (
                <td key={field} className="number">
                  {tally[field] === 0 ? (
                    <span className="soft">0</span>
                  ) : (
                    <Link href={`/d/${documentId}/outcomes${filterQuery({ ...filter, state })}`}>
                      {tally[field]}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
