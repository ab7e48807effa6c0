import '../../../ui/words/declarations.ts';
import { Link } from 'wouter';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphElementId } from '../../../ui/text-surface.ts';
import { declarationsAddress } from '../addresses.ts';
import { KindCounts } from '../kind-counts.tsx';
import { Sides } from '../list/sides.tsx';
import { objectWords } from '../objects-list.tsx';
import { recordedOf } from '../record.ts';
import { type Underline, UnderlineChoice } from './underline-choice.tsx';

interface TextPanelProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer;
  readonly underline: Underline;
  readonly onClose: () => void;
}

/** What is on record about a text: on the whole of it, at its paragraphs, and on what is not in it. */
export default function TextPanel({ documentId, view, answer, underline, onClose }: TextPanelProps) {
  const { t } = useMessages();
  const all = recordedOf(view, answer);
  const whole = all.filter(({ row }) => answer.whole.includes(row.id));
  const nowhere = new Map(answer.nowhere.map(({ declaration, object }) => [declaration, object]));
  const absent = all.filter(({ row }) => nowhere.has(row.id));
  return (
    <div className="stack declaration-panel">
      <UnderlineChoice underline={underline} />
      {whole.length === 0 ? null : (
        <section>
          <h3 className="section-title">{t('declarations.marks.wholeHeading')}</h3>
          <Sides list={whole} view={view} level={3} />
        </section>
      )}
      {answer.paragraphs.length === 0 ? null : (
        <section>
          <h3 className="section-title">{t('declarations.marks.placesHeading')}</h3>
          <ul className="declaration-places">
            {answer.paragraphs.map((placed) => {
              const { paragraph, label, governmental, nonGovernmental, places } = placed;
              return (
                <li key={paragraph}>
                  <a href={`#${paragraphElementId(paragraph)}`} onClick={onClose}>
                    <bdi>{label === '' ? t('declarations.on.unnumbered') : label}</bdi>
                  </a>{' '}
                  <span className="small">
                    {governmental.length + nonGovernmental.length === 0 ? (
                      t('declarations.marks.earlier', { count: places.length })
                    ) : (
                      <KindCounts governmental={governmental} nonGovernmental={nonGovernmental} />
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {absent.length === 0 ? null : (
        <section>
          <h3 className="section-title">{t('declarations.marks.nowhereHeading')}</h3>
          <Sides
            list={absent}
            view={view}
            level={3}
            noteOf={({ row }) => {
              const object = nowhere.get(row.id);
              return object === undefined ? null : objectWords(object, t);
            }}
          />
        </section>
      )}
      <p>
        <Link href={declarationsAddress(documentId)}>{t('declarations.marks.all')}</Link>
      </p>
    </div>
  );
}
