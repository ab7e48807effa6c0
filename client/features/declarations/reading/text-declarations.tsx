import '../../../ui/words/declarations.ts';
import '../declarations.css';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { PlacedParagraph } from '../../../../shared/api/declaration.ts';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { ParagraphId, VersionId } from '../../../../shared/model/ids.ts';
import { useDeclarations } from '../../../api/declarations.ts';
import { useRegister } from '../../../api/register/use-register.ts';
import { late } from '../../../ui/late.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphElementId, type TextSurface } from '../../../ui/text-surface.ts';
import { KindCounts } from '../kind-counts.tsx';
import { TextStrip } from './text-strip.tsx';
import { canUnderline, useUnderlined } from './use-underlined.ts';

const Drawer = late(() => import('../../../ui/drawer.tsx'), { missing: 'floating' });
const PlacePanel = late(() => import('./place-panel.tsx'));
const TextPanel = late(() => import('./text-panel.tsx'));

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
  const [open, setOpen] = useState<ParagraphId | 'text' | null>(null);
  const [underlined, setUnderlined] = useState(false);
  useUnderlined(surface, underlined ? (data?.paragraphs ?? NONE) : NONE);
  if (data === undefined || data.version.id !== version) return null;
  const { paragraphs } = data;
  const placed = paragraphs.find(({ paragraph }) => paragraph === open);
  const underline = {
    possible:
      canUnderline() && paragraphs.some(({ places }) => places.some((one) => one.occurrences.length > 0)),
    on: underlined,
    change: setUnderlined,
  };
  const close = (): void => setOpen(null);
  const title =
    open === 'text'
      ? t('declarations.marks.textTitle', { version: data.version.name })
      : placed === undefined || placed.label === ''
        ? t('declarations.marks.paragraphTitleBare')
        : t('declarations.marks.paragraphTitle', { label: placed.label });
  return (
    <>
      {data.whole.length + data.nowhere.length + paragraphs.length === 0 ? null : (
        <TextStrip answer={data} host={surface.host} onOpen={() => setOpen('text')} />
      )}
      {paragraphs.map((paragraph) => (
        <Mark key={paragraph.paragraph} placed={paragraph} onOpen={() => setOpen(paragraph.paragraph)} />
      ))}
      {open === null ? null : (
        <Drawer side="end" onClose={close} title={title}>
          {open === 'text' ? (
            <TextPanel
              view={view}
              answer={data}
              documentId={documentId}
              underline={underline}
              onClose={close}
            />
          ) : (
            <PlacePanel
              view={view}
              answer={data}
              documentId={documentId}
              paragraph={open}
              underline={underline}
              mayFile={answer.abilities['declaration.file'].allowed}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

const NONE: readonly PlacedParagraph[] = [];

/** The quiet line below a paragraph: how many of which kind. It opens them. */
function Mark({ placed, onOpen }: { readonly placed: PlacedParagraph; readonly onOpen: () => void }) {
  const { t, dir } = useMessages();
  const element = document.getElementById(paragraphElementId(placed.paragraph));
  if (element === null) return null;
  const { label, governmental, nonGovernmental, places } = placed;
  return createPortal(
    <span className="declaration-mark" data-beside>
      <bdi dir={dir}>
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
    </span>,
    element,
  );
}
