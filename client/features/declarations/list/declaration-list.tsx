import '../declarations.css';
import { useMemo } from 'react';
import { Link, useSearch } from 'wouter';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { DeclarationKind } from '../../../../shared/model/declaration.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { declarationsAddress } from '../addresses.ts';
import { KindSign } from '../kind-sign.tsx';
import { KINDS, recordedOf } from '../record.ts';
import { Sides } from './sides.tsx';

interface DeclarationListProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
}

/** Everything on record, newest first: governments and their groups, then others; by kind if one is chosen. */
export function DeclarationList({ documentId, view, answer }: DeclarationListProps) {
  const { t } = useMessages();
  const asked = new URLSearchParams(useSearch()).get('kind');
  const kind = KINDS.find((one) => one === asked) ?? null;
  const all = useMemo(() => recordedOf(view, answer), [view, answer]);
  if (all.length === 0)
    return (
      <div className="stack">
        <p>{t('declarations.list.none')}</p>
        <p className="soft small">{t('declarations.list.noneHelp')}</p>
      </div>
    );
  const shown = all.filter(({ row }) => kind === null || row.kind === kind);
  return (
    <>
      <nav className="declaration-kinds" aria-label={t('declarations.list.byKind')}>
        <KindLink documentId={documentId} kind={null} current={kind} count={all.length} />
        {KINDS.map((one) => (
          <KindLink
            key={one}
            documentId={documentId}
            kind={one}
            current={kind}
            count={all.filter(({ row }) => row.kind === one).length}
          />
        ))}
      </nav>
      {shown.length === 0 ? <p className="soft">{t('declarations.list.noKind')}</p> : null}
      <Sides list={shown} view={view} />
    </>
  );
}

interface KindLinkProps {
  readonly documentId: DocumentId;
  readonly kind: DeclarationKind | null;
  readonly current: DeclarationKind | null;
  readonly count: number;
}

function KindLink({ documentId, kind, current, count }: KindLinkProps) {
  const { t, locale } = useMessages();
  return (
    <Link
      className="declaration-kind"
      href={`${declarationsAddress(documentId)}${kind === null ? '' : `?kind=${kind}`}`}
      aria-current={kind === current ? 'page' : undefined}
    >
      {kind === null ? null : <KindSign kind={kind} />}{' '}
      {kind === null ? t('declarations.list.all') : t(`declarations.kind.${kind}`)}{' '}
      <span className="declaration-kind-count">{count.toLocaleString(locale)}</span>
    </Link>
  );
}
