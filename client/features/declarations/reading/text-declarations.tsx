import '../../../ui/words/declarations.ts';
import '../declarations.css';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { PlacedParagraph } from '../../../../shared/api/declaration.ts';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { VersionId } from '../../../../shared/model/ids.ts';
import { useDeclarations } from '../../../api/declarations.ts';
import { useRegister } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphElementId, type TextSurface } from '../../../ui/text-surface.ts';
import { MarkButton } from '../beside/mark-button.tsx';
import { type Opened, OpenedPanel } from '../beside/opened-panel.tsx';
import { TextStrip } from '../beside/text-strip.tsx';
import { canUnderline, useUnderlined } from './use-underlined.ts';

interface TextDeclarationsProps {
  readonly surface: TextSurface;
  readonly answer: DocumentAnswer;
}

/**
 * What is on record about a version, at its paragraphs and above it. The marks stand in the room between paragraphs,
 * so that nothing moves the text when they come; what they open lies over it.
 */
export default function TextDeclarations({ surface, answer }: TextDeclarationsProps) {
  const { t } = useMessages();
  const { documentId } = surface;
  const version = surface.text as VersionId;
  const view = useRegister(documentId);
  const { data } = useDeclarations(documentId, { version });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [underlined, setUnderlined] = useState(false);
  useUnderlined(surface, underlined ? (data?.paragraphs ?? NONE) : NONE);
  if (data === undefined || data.version.id !== version) return null;
  const { paragraphs } = data;
  const underline = {
    possible:
      canUnderline() && paragraphs.some(({ places }) => places.some((one) => one.occurrences.length > 0)),
    on: underlined,
    change: setUnderlined,
  };
  return (
    <>
      <TextStrip answer={data} host={surface.host} onOpen={() => setOpened('text')} printed />
      {paragraphs.map((placed) => (
        <Mark key={placed.paragraph} placed={placed} onOpen={() => setOpened(placed.paragraph)} />
      ))}
      {opened === null ? null : (
        <OpenedPanel
          documentId={documentId}
          opened={opened}
          view={view}
          answer={data}
          textTitle={t('declarations.marks.textTitle', { version: data.version.name })}
          underline={underline}
          inVersion
          mayFile={answer.abilities['declaration.file'].allowed}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

const NONE: readonly PlacedParagraph[] = [];

function Mark({ placed, onOpen }: { readonly placed: PlacedParagraph; readonly onOpen: () => void }) {
  const element = document.getElementById(paragraphElementId(placed.paragraph));
  if (element === null) return null;
  return createPortal(<MarkButton placed={placed} onOpen={onOpen} />, element);
}
