import '../../../ui/words/dispositions.ts';
import '../../../ui/words/inputs.ts';
import '../../../ui/words/register.ts';
import '../../../ui/words/statements.ts';
import '../statements.css';
import { useEffect, useState } from 'react';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { Statement } from '../../../../shared/model/statement.ts';
import { newKey } from '../../../api/new-key.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { useEditStatement, usePutStatements } from '../../../api/statements.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { keptOn } from '../../../ui/kept-on-device.ts';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { FieldsForm } from './fields-form.tsx';
import {
  fieldsOf,
  mistakesIn,
  newFields,
  newPassage,
  requestOf,
  type StatementFields,
} from './statement-fields.ts';

interface WriteProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
  /** The statement that is edited; null for a new one. */
  readonly row: Statement | null;
  readonly revision: number;
  readonly onDone: (statement: string) => void;
  readonly onClose: () => void;
}

interface Kept {
  readonly fields: StatementFields;
  /** The revision the words were written upon. */
  readonly revision: number;
  readonly key: string;
}

/** Writes a statement by hand, or mends one. What is typed stays on the device until it is sent. */
export default function WriteStatement({ answer, view, text, row, revision, onDone, onClose }: WriteProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  const me = view.me?.participant.id ?? '';
  const shelf = keptOn<Kept>('statements', id, me, row === null ? 'new' : `edit.${row.id}`);
  const [kept, setKept] = useState<Kept>(
    () =>
      shelf.read() ?? {
        fields: row === null ? newFields(newPassage(newKey(), 'en')) : fieldsOf(row),
        revision,
        key: newKey(),
      },
  );
  const [tried, setTried] = useState(false);
  const put = usePutStatements(id, { keyOf: () => kept.key });
  const edit = useEditStatement(id, row?.id ?? '');
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, []);
  const mistakes = mistakesIn(kept.fields);
  const change = (fields: StatementFields): void => {
    const next = { ...kept, fields, key: newKey() };
    shelf.write(next);
    setKept(next);
  };
  const done = (statement: string): void => {
    shelf.drop();
    onDone(statement);
  };
  const send = (): void => {
    setTried(true);
    if (mistakes.length > 0) return;
    const statement = requestOf(kept.fields);
    if (row === null)
      put.mutate({ statements: [statement] }, { onSuccess: ({ entries }) => done(entries[0]?.id ?? '') });
    else edit.mutate({ revision: kept.revision, statement }, { onSuccess: ({ entry }) => done(entry.id) });
  };
  const error = put.error ?? edit.error;
  const behind = row !== null && kept.revision < revision;
  return (
    <form
      className="statement-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {behind ? (
        <Notice tone="warn" title={t('statements.form.changed')}>
          <p>
            <Button
              small
              onClick={() => {
                const next = { ...kept, revision };
                shelf.write(next);
                setKept(next);
              }}
            >
              {t('statements.form.goOn')}
            </Button>
          </p>
        </Notice>
      ) : null}
      <FieldsForm
        value={kept.fields}
        onChange={change}
        mistakes={tried ? mistakes : []}
        view={view}
        text={text}
      />
      {error === null ? null : <FailureNotice failure={failureIn(error)} />}
      {row === null ? null : <p className="soft small">{t('statements.form.keeps')}</p>}
      <p className="statement-act-row">
        <Button type="submit" tone="primary" busy={put.isPending || edit.isPending} disabled={behind}>
          {t(row === null ? 'statements.form.put' : 'statements.form.save')}
        </Button>
        <Button
          tone="quiet"
          onClick={() => {
            shelf.drop();
            onClose();
          }}
        >
          {t('common.cancel')}
        </Button>
      </p>
    </form>
  );
}
