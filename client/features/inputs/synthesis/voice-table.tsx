import { Link } from 'wouter';
import { filterQuery, type InputFilter } from '../../../../shared/domain/input-filter.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { Tally, Voice } from '../../../../shared/model/synthesis.ts';
import { listed, useMessages } from '../../../ui/messages.ts';
import { TableScroll } from '../../../ui/table-scroll.tsx';

interface VoiceTableProps<Kind extends string> {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly voices: readonly Voice<Kind>[];
  readonly nameOf: (kind: Kind) => string;
  /** What the numbers of a line are narrowed to. */
  readonly filterOf: (kind: Kind) => Partial<InputFilter>;
  /** Names of delegations by id. */
  readonly names: Readonly<Record<string, string>>;
}

export const takenUp = (tally: Tally): number => tally.accepted + tally['accepted-in-part'];
export const notTakenUp = (tally: Tally): number =>
  tally.received - tally.withdrawn - tally.undecided - takenUp(tally);

/** How many inputs came from whom, and what became of them. Every number opens the inputs that it counts. */
export function VoiceTable<Kind extends string>(props: VoiceTableProps<Kind>) {
  const { documentId, title, voices, nameOf, filterOf, names } = props;
  const { t } = useMessages();
  return (
    <TableScroll label={title}>
      <table className="table table-roomy table-long">
        <thead>
          <tr>
            <th scope="col">{t('synthesis.who')}</th>
            <th scope="col" className="number">
              {t('synthesis.received')}
            </th>
            <th scope="col" className="number">
              {t('synthesis.takenUp')}
            </th>
            <th scope="col" className="number">
              {t('synthesis.notTakenUp')}
            </th>
            <th scope="col" className="number">
              {t('synthesis.undecided')}
            </th>
            <th scope="col" className="number">
              {t('synthesis.withdrawn')}
            </th>
            <th scope="col">{t('synthesis.delegations')}</th>
          </tr>
        </thead>
        <tbody>
          {voices.map(({ kind, delegations, silent, tally }) => (
            <tr key={kind}>
              <th scope="row">{nameOf(kind)}</th>
              <Counted
                documentId={documentId}
                count={tally.received - tally.withdrawn}
                filter={filterOf(kind)}
              />
              <Counted
                documentId={documentId}
                count={takenUp(tally)}
                filter={{ ...filterOf(kind), state: 'taken-up' }}
              />
              <Counted
                documentId={documentId}
                count={notTakenUp(tally)}
                filter={{ ...filterOf(kind), state: 'not-taken-up' }}
              />
              <Counted
                documentId={documentId}
                count={tally.undecided}
                filter={{ ...filterOf(kind), state: 'undecided' }}
              />
              <Counted
                documentId={documentId}
                count={tally.withdrawn}
                filter={{ ...filterOf(kind), state: 'withdrawn' }}
              />
              <td>
                {listed(delegations.map((id) => names[id] ?? ''))}
                {silent.length === 0 ? null : (
                  <span className="soft small"> {t('synthesis.silent', { count: silent.length })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Counted({
  documentId,
  count,
  filter,
}: {
  documentId: DocumentId;
  count: number;
  filter: Partial<InputFilter>;
}) {
  return (
    <td className="number">
      {count === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link href={`/d/${documentId}/outcomes${filterQuery(filter)}`}>{count}</Link>
      )}
    </td>
  );
}
