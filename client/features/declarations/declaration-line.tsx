import { Link } from 'wouter';
import type { RegisterView } from '../../api/register/use-register.ts';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { declarationAddress } from './addresses.ts';
import { KindSign } from './kind-sign.tsx';
import { directionOf } from './languages.ts';
import { objectsInLine } from './objects-list.tsx';
import { holderName, type Recorded } from './record.ts';
import { States } from './states.tsx';

interface DeclarationLineProps {
  readonly recorded: Recorded;
  readonly view: Pick<RegisterView, 'rows' | 'directory'>;
  /** Said besides: how a delegation came to it, as what a term is named. */
  readonly note?: string | null;
  /** The level of its heading. */
  readonly level?: 3 | 4;
}

/** How much of a statement stands in a list. */
const GIST = 240;

/** A declaration in a list: whose, of what kind, on what, when, and how it begins. */
export function DeclarationLine({ recorded: { row }, view, note = null, level = 3 }: DeclarationLineProps) {
  const { t } = useMessages();
  const { id, documentId, kind, holder, statement, objects, joined, by } = row;
  const name = holderName(view, row);
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <article
      className="declaration-line"
      id={`declaration-${id}`}
      data-withdrawn={row.withdrawnAt !== null || undefined}
    >
      <Heading className="declaration-line-title">
        <KindSign kind={kind} />{' '}
        <Link href={declarationAddress(documentId, id)}>
          {t(`declarations.kind.${kind}`)} · <bdi>{name === '' ? t('declarations.unknownHolder') : name}</bdi>
        </Link>
      </Heading>
      <p className="declaration-line-facts">
        {holder.noun === 'group' ? (
          <span>{t('declarations.joint')}</span>
        ) : (
          <span>
            <ConstituencySign
              constituency={view.directory.delegations.get(holder.id)?.constituency ?? null}
            />{' '}
            {t(`terms.constituency.${view.directory.delegations.get(holder.id)?.constituency ?? 'none'}`)}
          </span>
        )}
        <span>
          <Moment iso={by.at} short zone={false} />
        </span>
        {joined.length === 0 ? null : <span>{t('declarations.list.joined', { count: joined.length })}</span>}
        <States row={row} />
        {note === null ? null : <span>{note}</span>}
      </p>
      <p className="declaration-line-on">
        <bdi>{objectsInLine(objects, t)}</bdi>
      </p>
      <p className="declaration-line-words" lang={statement.language} dir={directionOf(statement.language)}>
        {statement.text.length > GIST ? `${statement.text.slice(0, GIST).trimEnd()}…` : statement.text}
      </p>
    </article>
  );
}
