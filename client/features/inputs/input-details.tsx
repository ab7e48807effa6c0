import { Link } from 'wouter';
import type { Input } from '../../../shared/domain/input.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Byline } from '../../ui/byline.tsx';
import { DecisionBadge } from '../../ui/decision-badge.tsx';
import { inputAddress, outcomeAddress, standsAt } from '../../ui/input-address.ts';
import { InputWords } from '../../ui/input-words.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';

interface InputDetailsProps {
  readonly documentId: DocumentId;
  readonly input: Input;
  readonly view: RegisterView;
  readonly text: OrderingText;
}

/** One input whole: who, what, where; and what was decided on it. */
export function InputDetails({ documentId, input, view, text }: InputDetailsProps) {
  const { t } = useMessages();
  const { disposition } = input;
  const at = standsAt(documentId, input);
  const label = input.paragraph === null ? '' : (text.cited.get(input.paragraph) ?? input.label);
  return (
    <>
      <Byline {...signatoryOf(view, input.by, input.from ?? undefined)} />
      <p className="small soft">
        {t(`dispositions.kind.${input.kind}`)}
        {input.nature === null ? null : <> · {t(`dispositions.nature.${input.nature}`)}</>}
        {input.item === null ? null : <> · {t('dispositions.item', { ordinal: input.item.ordinal })}</>}
        {' · '}
        {input.paragraph === null
          ? t('dispositions.general')
          : label === ''
            ? t('dispositions.unnumbered')
            : t('dispositions.paragraph', { label })}
      </p>
      <InputWords input={input} />
      <p className="row small">
        <Link href={inputAddress(documentId, input)}>
          {t(input.proposal === null ? 'inputs.details.open' : 'inputs.details.openProposal')}
        </Link>
        {at === null ? null : <Link href={at}>{t('inputs.details.text')}</Link>}
        {disposition === null ? null : (
          <Link href={outcomeAddress(documentId, input)}>{t('inputs.details.outcome')}</Link>
        )}
      </p>
      {disposition === null ? null : (
        <div className="inputs-standing">
          <DecisionBadge decision={disposition.decision} />
          <p className="small soft">
            <bdi>{signatoryOf(view, disposition.by).name}</bdi> · <Moment iso={disposition.by.at} short />
          </p>
          {disposition.reason === '' ? null : (
            <p className="input-text" dir="auto">
              {disposition.reason}
            </p>
          )}
        </div>
      )}
    </>
  );
}
