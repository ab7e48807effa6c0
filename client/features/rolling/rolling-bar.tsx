import { STATUSES } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { RollingText } from '../../../shared/model/rolling.ts';
import { sectionsOf } from '../../../shared/text/sections.ts';
import { ROLLING_FORMATS, rollingAddress } from '../../api/rolling.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import type { RollingFilter } from './blocks.ts';

interface RollingBarProps {
  readonly documentId: DocumentId;
  readonly compiled: RollingText;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly filter: RollingFilter;
  readonly onFilter: (filter: RollingFilter) => void;
  readonly byGroup: boolean;
  readonly onByGroup: (byGroup: boolean) => void;
}

/** What is shown of the rolling text, how it names people, and the files. */
export function RollingBar({
  documentId,
  compiled,
  paragraphs,
  filter,
  onFilter,
  byGroup,
  onByGroup,
}: RollingBarProps) {
  const { t } = useMessages();
  const { counts } = compiled;
  return (
    <>
      <p>
        {t('rolling.counts', { bracketed: counts.bracketed, paragraphs: counts.paragraphs })} ·{' '}
        {t('rolling.proposals', { count: counts.proposals })}
        {STATUSES.filter((status) => status !== 'open' && counts.status[status] > 0).map((status) => (
          <span key={status}>
            {' · '}
            {t('rolling.statusCount', {
              status: t(`rolling.statuses.${status}`),
              count: counts.status[status],
            })}
          </span>
        ))}
      </p>
      <div className="rolling-bar no-print">
        <Field label={t('rolling.section')}>
          <select
            value={filter.section ?? ''}
            onChange={({ target }) =>
              onFilter({ ...filter, section: target.value === '' ? null : (target.value as ParagraphId) })
            }
          >
            <option value="">{t('rolling.wholeText')}</option>
            {sectionsOf(paragraphs).map(({ id, text, labels }) => (
              <option key={id} value={id}>
                {labels === '' ? text : `${text} (${labels})`}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('rolling.status')}>
          <select
            value={filter.status ?? ''}
            onChange={({ target }) =>
              onFilter({ ...filter, status: STATUSES.find((status) => status === target.value) ?? null })
            }
          >
            <option value="">{t('rolling.anyStatus')}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`rolling.statuses.${status}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('rolling.attribution')}>
          <select
            value={byGroup ? 'group' : 'delegation'}
            onChange={({ target }) => onByGroup(target.value === 'group')}
          >
            <option value="group">{t('rolling.byGroup')}</option>
            <option value="delegation">{t('rolling.byDelegation')}</option>
          </select>
        </Field>
        <label className="choice">
          <input
            type="checkbox"
            checked={filter.onlyProposed}
            onChange={({ target }) => onFilter({ ...filter, onlyProposed: target.checked })}
          />
          {t('rolling.onlyOpen')}
        </label>
        <span className="rolling-files">
          {ROLLING_FORMATS.map((format) => (
            <a
              key={format}
              className="button button-quiet button-small"
              href={rollingAddress(documentId, format)}
              download
            >
              <span className="visually-hidden">{t('rolling.download')} </span>
              {t(format === 'docx' ? 'rolling.asDocx' : 'rolling.asHtml')}
            </a>
          ))}
          <Button small tone="quiet" onClick={() => window.print()}>
            <PrintIcon className="icon" aria-hidden /> {t('common.print')}
          </Button>
        </span>
      </div>
    </>
  );
}
