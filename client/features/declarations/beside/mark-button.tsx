import '../../../ui/text-marks.css';
import type { PlacedParagraph } from '../../../../shared/api/declaration.ts';
import { useMessages } from '../../../ui/messages.ts';
import { KindCounts } from '../kind-counts.tsx';

interface MarkButtonProps {
  readonly placed: PlacedParagraph;
  readonly onOpen: () => void;
}

/** The quiet line below a paragraph: how many of which kind. It opens them. */
export function MarkButton({ placed, onOpen }: MarkButtonProps) {
  const { t, wordsDir } = useMessages();
  const { label, governmental, nonGovernmental, places } = placed;
  return (
    <span className="text-mark" data-side="start" data-beside>
      <bdi dir={wordsDir}>
        <button
          type="button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.stopPropagation();
            onOpen();
          }}
        >
          <span className="visually-hidden">
            {label === '' ? t('declarations.marks.atBare') : t('declarations.marks.at', { label })}{' '}
          </span>
          {governmental.length + nonGovernmental.length === 0 ? (
            t('declarations.marks.earlier', { count: places.length })
          ) : (
            <KindCounts governmental={governmental} nonGovernmental={nonGovernmental} />
          )}
        </button>
      </bdi>
    </span>
  );
}
