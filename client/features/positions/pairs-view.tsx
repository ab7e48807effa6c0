import '../../ui/words/positions.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { objectingIn, objectionPairs } from '../../../shared/domain/contested.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { positionsAddress } from './positions-address.ts';
import { holderName, type PositionScene, paragraphName } from './scene.ts';
import './readings.css';

/** Who objects to the same paragraphs as whom. */
export function PairsView({ scene }: { scene: PositionScene }) {
  const { t, locale } = useMessages();
  const { matrix, tick } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  const { pairs, total } = useMemo(
    () => objectionPairs(objectingIn(matrix), matrix.paragraphs),
    [matrix, tick],
  );
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const version = scene.isLatest ? null : scene.version.id;
  const document = scene.version.documentId;
  const who = (holder: Holder) => (
    <Link
      href={positionsAddress(document, {
        version,
        by: holder.noun,
        cell: { paragraph: null, column: holder.id },
      })}
    >
      <bdi>{holderName(scene, holder)}</bdi>
    </Link>
  );
  return (
    <div className="readings">
      <p className="page-lead">{t('positions.pairs.lead')}</p>
      {pairs.length === 0 ? (
        <Notice title={t('positions.pairs.none')} />
      ) : (
        <>
          {pairs.length < total ? (
            <p className="soft">{t('positions.pairs.more', { shown: pairs.length, total })}</p>
          ) : null}
          <TableScroll label={t('positions.views.pairs')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('positions.pairs.both')}</th>
                  <th scope="col">{t('positions.pairs.shared')}</th>
                  <th scope="col" className="number">
                    {t('positions.pairs.either')}
                  </th>
                  <th scope="col" className="number">
                    {t('positions.pairs.likeness')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {pairs.map(({ a, b, shared, either, likeness }) => (
                  <tr key={`${holderKey(a)} ${holderKey(b)}`}>
                    <th scope="row">
                      <ul className="pair">
                        <li>{who(a)}</li>
                        <li>{who(b)}</li>
                      </ul>
                    </th>
                    <td className="pair-shared">
                      <strong>{shared.length}</strong>
                      {': '}
                      {shared.map((id, k) => (
                        <span key={id}>
                          {k === 0 ? '' : ', '}
                          <Link
                            href={positionsAddress(document, {
                              version,
                              cell: { paragraph: id, column: null },
                            })}
                          >
                            <bdi>{paragraphName(t, scene, id)}</bdi>
                          </Link>
                        </span>
                      ))}
                    </td>
                    <td className="number">{either}</td>
                    <td className="number">{share.format(likeness)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
    </div>
  );
}
