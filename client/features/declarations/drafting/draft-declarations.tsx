import '../../../ui/words/declarations.ts';
import '../declarations.css';
import { useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { useRegister } from '../../../api/register/use-register.ts';
import { announce } from '../../../ui/announce.ts';
import { type Command, useRegisterCommands } from '../../../ui/commands.ts';
import { useMessages } from '../../../ui/messages.ts';
import type { TextSurface } from '../../../ui/text-surface.ts';
import { type Opened, OpenedPanel } from '../beside/opened-panel.tsx';
import { TextStrip } from '../beside/text-strip.tsx';
import { DraftMarks } from './draft-marks.tsx';
import { type PlacedNow, usePlacedNow } from './use-placed-now.ts';

interface DraftDeclarationsProps {
  readonly surface: TextSurface;
  readonly answer: DocumentAnswer;
}

/** What is on record about the version that the working text grows out of, at the words as they stand now. */
export default function DraftDeclarations({ surface, answer }: DraftDeclarationsProps) {
  const view = useRegister(surface.documentId);
  const placed = usePlacedNow(surface, answer, view);
  return placed === null ? null : <Placed surface={surface} answer={answer} view={view} placed={placed} />;
}

interface PlacedProps extends DraftDeclarationsProps {
  readonly view: ReturnType<typeof useRegister>;
  readonly placed: PlacedNow;
}

/** Lines of the editor are never underlined: they are drawn anew with every key. */
const NOT_UNDERLINED = { possible: false, on: false, change: () => undefined } as const;

function Placed({ surface, answer, view, placed: { answer: onRecord, words } }: PlacedProps) {
  const { t } = useMessages();
  const [opened, setOpened] = useState<Opened | null>(null);
  useCommandHere(surface, onRecord, setOpened);
  return (
    <>
      <TextStrip answer={onRecord} host={surface.host} onOpen={() => setOpened('text')} printed={false} />
      <DraftMarks surface={surface} paragraphs={onRecord.paragraphs} onOpen={setOpened} />
      {opened === null ? null : (
        <OpenedPanel
          documentId={surface.documentId}
          opened={opened}
          view={view}
          answer={onRecord}
          textTitle={t('declarations.marks.workingTitle')}
          underline={NOT_UNDERLINED}
          inVersion={opened !== 'text' && words.get(onRecord.version.id)?.has(opened) === true}
          mayFile={answer.abilities['declaration.file'].allowed}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** From the caret to what is on record there: by Tab every mark of the text would come before it. */
function useCommandHere(
  surface: TextSurface,
  onRecord: PlacedNow['answer'],
  open: (paragraph: Opened) => void,
): void {
  const { t } = useMessages();
  const known = useRef(onRecord);
  known.current = onRecord;
  const commands = useMemo<readonly Command[]>(() => {
    const run = (): void => {
      const here = known.current.paragraphs.find(({ paragraph }) => paragraph === surface.caret());
      if (here === undefined) announce(t('declarations.marks.noneHere'));
      else open(here.paragraph);
    };
    return [{ id: 'declarations.here', group: 'view', name: t('declarations.marks.here'), run }];
  }, [surface, t, open]);
  useRegisterCommands(commands);
}
