import '../declarations.css';
import { Link } from 'wouter';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { textAddress } from '../addresses.ts';
import { Sides } from '../list/sides.tsx';
import { paragraphName, recordedOf } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';

interface TermAnswerProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
  readonly text: RecordText;
}

/** Where a term stands, with its surroundings, and who objected to it. */
export function TermAnswer({ documentId, view, answer, text }: TermAnswerProps) {
  const { t } = useMessages();
  const term = answer?.term ?? { occurrences: [], declarations: [] };
  const { version } = text;
  const as = new Map(term.declarations.map(({ declaration, as: said }) => [declaration, said]));
  const list = recordedOf(view, answer).filter(({ row }) => as.has(row.id));
  return (
    <>
      <section className="declaration-side">
        <p>
          {term.occurrences.length === 0
            ? t('declarations.termAnswer.nowhere', { version: version.name })
            : t('declarations.termAnswer.stands', { count: term.occurrences.length, version: version.name })}
        </p>
        <ul className="declaration-occurrences">
          {term.occurrences.map(({ paragraph, start, end }) => (
            <li key={`${paragraph} ${start}`}>
              <Link href={textAddress(documentId, version.id, paragraph)}>
                <bdi>{paragraphName(paragraph, text, t)}</bdi>
              </Link>{' '}
              <Surroundings paragraph={paragraph} start={start} end={end} text={text} />
            </li>
          ))}
        </ul>
      </section>
      <h2 className="section-title">
        {list.length === 0
          ? t('declarations.termAnswer.none')
          : t('declarations.termAnswer.objections', { count: list.length })}
      </h2>
      <Sides
        list={list}
        view={view}
        level={3}
        noteOf={({ row }) => t('declarations.termAnswer.as', { term: as.get(row.id) ?? '' })}
      />
    </>
  );
}

/** Characters shown on either side of a term. */
const AROUND = 70;

interface SurroundingsProps {
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
  readonly text: RecordText;
}

function Surroundings({ paragraph, start, end, text }: SurroundingsProps) {
  const words = text.byId.get(paragraph)?.text ?? '';
  // Cut between words, where there is a space to cut at.
  const from =
    start <= AROUND
      ? 0
      : Math.min(start, Math.max(words.indexOf(' ', start - AROUND) + 1, start - 2 * AROUND));
  const space = words.lastIndexOf(' ', end + AROUND);
  const until = end + AROUND >= words.length ? words.length : space > end ? space : end + AROUND;
  return (
    <span className="declaration-surroundings" dir="auto">
      {from > 0 ? '…' : ''}
      {words.slice(from, start)}
      <mark>{words.slice(start, end)}</mark>
      {words.slice(end, until)}
      {until < words.length ? '…' : ''}
    </span>
  );
}
