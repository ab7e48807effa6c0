import '../../../ui/words/declarations.ts';
import { Link } from 'wouter';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { newDeclarationAddress, paragraphQuestion } from '../addresses.ts';
import { PlacedHere } from '../answers/placed-here.tsx';
import { type Underline, UnderlineChoice } from './underline-choice.tsx';

interface PlacePanelProps {
  readonly documentId: DocumentId;
  readonly paragraph: ParagraphId;
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer;
  readonly underline: Underline;
  /** Whether the version that declarations speak of has the paragraph: only then can it be asked about. */
  readonly inVersion: boolean;
  readonly mayFile: boolean;
}

/** The declarations at a paragraph, over the text. */
export default function PlacePanel({
  documentId,
  paragraph,
  view,
  answer,
  underline,
  inVersion,
  mayFile,
}: PlacePanelProps) {
  const { t } = useMessages();
  const placed = answer.paragraphs.find((one) => one.paragraph === paragraph);
  return (
    <div className="stack declaration-panel">
      <PlacedHere view={view} answer={answer} placed={placed} level={3} />
      <UnderlineChoice underline={underline} />
      {inVersion ? (
        <p>
          <Link href={paragraphQuestion(documentId, paragraph, answer.version.id)}>
            {t('declarations.marks.answer')}
          </Link>
        </p>
      ) : null}
      {inVersion && mayFile ? (
        <p>
          <Link href={newDeclarationAddress(documentId, paragraph)}>{t('declarations.marks.file')}</Link>
        </p>
      ) : null}
    </div>
  );
}
