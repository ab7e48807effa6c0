import '../../ui/words/statements.ts';
import { Link } from 'wouter';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import { type RegisterView, useRegisterPart } from '../../api/register/use-register.ts';
import { useMessages } from '../../ui/messages.ts';
import { onParagraphAddress, statementAddress } from './addresses.ts';

interface ParagraphStatementsProps {
  readonly documentId: DocumentId;
  readonly paragraph: ParagraphId;
}

/** Names that stand there at once; the library has all of them. */
const SHOWN = 5;
const statements = (view: RegisterView) => view.rows.statement;

/** Statements on one paragraph, by their speakers; nothing where there is none. */
export default function ParagraphStatements({ documentId, paragraph }: ParagraphStatementsProps) {
  const { t } = useMessages();
  const rows = useRegisterPart(documentId, statements);
  const found = [...rows.values()].filter(
    (row: Statement) => row.withdrawnAt === null && row.paragraphs.includes(paragraph),
  );
  if (found.length === 0) return null;
  return (
    <section className="paragraph-statements">
      <h3 className="soft small">{t('statements.paragraph.title', { count: found.length })}</h3>
      <ul>
        {found.slice(0, SHOWN).map(({ id, speaker }) => (
          <li key={id}>
            <Link href={statementAddress(documentId, id)}>
              <bdi>{speaker}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? (
        <p>
          <Link href={onParagraphAddress(documentId, paragraph)}>{t('statements.seeAll')}</Link>
        </p>
      ) : null}
    </section>
  );
}
