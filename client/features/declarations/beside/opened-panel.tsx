import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { late } from '../../../ui/late.tsx';
import { useMessages } from '../../../ui/messages.ts';
import type { Underline } from './underline-choice.tsx';

const Drawer = late(() => import('../../../ui/drawer.tsx'), { missing: 'floating' });
const PlacePanel = late(() => import('./place-panel.tsx'));
const TextPanel = late(() => import('./text-panel.tsx'));

/** What is looked at: the declarations at a paragraph, or all of the text. */
export type Opened = ParagraphId | 'text';

interface OpenedPanelProps {
  readonly documentId: DocumentId;
  readonly opened: Opened;
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer;
  /** Of the panel about the whole text. */
  readonly textTitle: string;
  readonly underline: Underline;
  /** Whether the version that declarations speak of has the paragraph: only then can it be asked about. */
  readonly inVersion: boolean;
  readonly mayFile: boolean;
  readonly onClose: () => void;
}

/** What a mark, or the line above the text, opens. It lies over the text. */
export function OpenedPanel({
  documentId,
  opened,
  view,
  answer,
  textTitle,
  underline,
  inVersion,
  mayFile,
  onClose,
}: OpenedPanelProps) {
  const { t } = useMessages();
  if (opened === 'text')
    return (
      <Drawer side="end" onClose={onClose} title={textTitle}>
        <TextPanel
          view={view}
          answer={answer}
          documentId={documentId}
          underline={underline}
          onClose={onClose}
        />
      </Drawer>
    );
  const label = answer.paragraphs.find(({ paragraph }) => paragraph === opened)?.label ?? '';
  return (
    <Drawer
      side="end"
      onClose={onClose}
      title={
        label === ''
          ? t('declarations.marks.paragraphTitleBare')
          : t('declarations.marks.paragraphTitle', { label })
      }
    >
      <PlacePanel
        view={view}
        answer={answer}
        documentId={documentId}
        paragraph={opened}
        underline={underline}
        inVersion={inVersion}
        mayFile={mayFile}
      />
    </Drawer>
  );
}
