import { createPortal } from 'react-dom';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import { useMessages } from '../../../ui/messages.ts';
import { usePlaceAbove } from '../../../ui/use-place-above.ts';

interface TextStripProps {
  readonly answer: DeclarationsAnswer;
  readonly host: HTMLElement;
  readonly onOpen: () => void;
  /** Whether it stands on paper too, as where the marks do. */
  readonly printed: boolean;
}

/** Above the text: what is on record on the whole of it, on what is not in it, and at how many paragraphs. */
export function TextStrip({ answer, host, onOpen, printed }: TextStripProps) {
  const { t } = useMessages();
  const place = usePlaceAbove(host, 'start');
  if (place === null) return null;
  const { whole, nowhere, paragraphs } = answer;
  const counted = paragraphs.filter(
    ({ governmental, nonGovernmental }) => governmental.length + nonGovernmental.length > 0,
  );
  const said = new Set([
    ...whole,
    ...nowhere.map(({ declaration }) => declaration),
    ...counted.flatMap(({ places }) => places.map(({ declaration }) => declaration)),
  ]);
  const parts = [
    whole.length === 0 ? '' : t('declarations.marks.whole', { count: new Set(whole).size }),
    counted.length === 0 ? '' : t('declarations.marks.places', { count: counted.length }),
    nowhere.length === 0 ? '' : t('declarations.marks.nowhere', { count: nowhere.length }),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return createPortal(
    <p className={printed ? 'text-line' : 'text-line no-print'}>
      <button type="button" onClick={onOpen}>
        <span className="text-line-full">{parts.join(' · ')}</span>
        <span className="text-line-short">{t('declarations.marks.short', { count: said.size })}</span>
      </button>
    </p>,
    place,
  );
}
