import { Link } from 'wouter';
import { DECISIONS } from '../../../shared/model/disposition.ts';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import { DecisionBadge } from '../../ui/decision-badge.tsx';
import { useMessages } from '../../ui/messages.ts';

interface RecordInputsProps {
  readonly record: DocumentRecord;
}

/** What became of comments and proposals, in numbers; the table with reasons is an annex. */
export function RecordInputs({ record: { id, inputs } }: RecordInputsProps) {
  const { t } = useMessages();
  return (
    <>
      <p className="record-answer">{t('record.inputs.answer', { count: inputs.received })}</p>
      {inputs.received === 0 ? null : (
        <table className="table record-decisions">
          <thead>
            <tr>
              <th scope="col">{t('record.inputs.decision')}</th>
              <th scope="col" className="number">
                {t('record.inputs.number')}
              </th>
            </tr>
          </thead>
          <tbody>
            {DECISIONS.map((decision) => (
              <tr key={decision}>
                <th scope="row">
                  <DecisionBadge decision={decision} />
                </th>
                <td className="number">{inputs[decision]}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('record.inputs.undecided')}</th>
              <td className="number">{inputs.undecided}</td>
            </tr>
            <tr>
              <th scope="row">{t('record.inputs.withdrawn')}</th>
              <td className="number">{inputs.withdrawn}</td>
            </tr>
          </tbody>
        </table>
      )}
      <p className="record-more">
        <a href={`/api/documents/${id}/export/dispositions.docx`} download>
          {t('record.inputs.annex')}
        </a>{' '}
        <Link className="no-print" href={`/d/${id}/outcomes`}>
          {t('record.inputs.more')}
        </Link>
      </p>
    </>
  );
}
