import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import { useMessages } from '../../../ui/messages.ts';

interface TextStripProps {
  readonly answer: DeclarationsAnswer;
  readonly host: HTMLElement;
  readonly onOpen: () => void;
}

/** Above the text: what is on record on the whole of it, on what is not in it, and at how many paragraphs. */
export function TextStrip({ answer, host, onOpen }: TextStripProps) {
  const { t } = useMessages();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // Before the text for whoever hears it, in the room above it for the eye: the element itself has no height.
    const made = document.createElement('div');
    made.className = 'declaration-strip-place';
    host.before(made);
    setPlace(made);
    return () => made.remove();
  }, [host]);
  if (place === null) return null;
  const { whole, nowhere, paragraphs } = answer;
  const counted = paragraphs.filter(
    ({ governmental, nonGovernmental }) => governmental.length + nonGovernmental.length > 0,
  );
  const parts = [
    whole.length === 0 ? '' : t('declarations.marks.whole', { count: new Set(whole).size }),
    counted.length === 0 ? '' : t('declarations.marks.places', { count: counted.length }),
    nowhere.length === 0 ? '' : t('declarations.marks.nowhere', { count: nowhere.length }),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return createPortal(
    <p className="declaration-strip">
      <button type="button" onClick={onOpen}>
        {parts.join(' · ')}
      </button>
    </p>,
    place,
  );
}
