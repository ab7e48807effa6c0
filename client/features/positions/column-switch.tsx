import { COLUMN_KINDS, type ColumnKind } from '../../../shared/domain/matrix-counts.ts';
import { useMessages } from '../../ui/messages.ts';
import { Segments } from './segments.tsx';

/** Whom the columns of the matrix stand for. */
export function ColumnSwitch({
  value,
  onChange,
}: {
  value: ColumnKind;
  onChange: (kind: ColumnKind) => void;
}) {
  const { t } = useMessages();
  return (
    <Segments
      label={t('positions.columns.name')}
      value={value}
      options={COLUMN_KINDS.map((kind) => ({ value: kind, text: t(`positions.columns.${kind}`) }))}
      onChange={onChange}
    />
  );
}
