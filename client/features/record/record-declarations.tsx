import { memo } from 'react';
import { Link } from 'wouter';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { useMessages } from '../../ui/messages.ts';
import { DeclarationCard } from './declaration-card.tsx';

/** Declarations in full, governments and others apart, by kind. */
export const RecordDeclarations = memo(function RecordDeclarations({ record }: { record: DocumentRecord }) {
  const { t } = useMessages();
  const { id, declarations } = record;
  if (declarations.length === 0) return <p className="soft">{t('record.declarations.none')}</p>;
  return (
    <>
      {[true, false].map((governmental) => {
        const own = declarations.filter((one) => one.governmental === governmental);
        const kinds = [...new Set(own.map(({ kind }) => kind))];
        return own.length === 0 ? null : (
          <div key={String(governmental)} className="record-camp">
            <h3>{t(governmental ? 'record.declarations.governments' : 'record.declarations.others')}</h3>
            {kinds.map((kind) => (
              <div key={kind}>
                <h4 className="record-kind">
                  {t(`record.kinds.${kind}`)}{' '}
                  <span className="soft">({own.filter((one) => one.kind === kind).length})</span>
                </h4>
                {own.map((one) =>
                  one.kind === kind ? <DeclarationCard key={one.id} declaration={one} /> : null,
                )}
              </div>
            ))}
          </div>
        );
      })}
      <p className="record-more no-print">
        <Link href={`/d/${id}/declarations`}>{t('record.declarations.all')}</Link>
      </p>
    </>
  );
});
