import type { ReactNode } from 'react';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { DeclarationLine } from '../declaration-line.tsx';
import { isOfGovernments, type Recorded } from '../record.ts';

interface SidesProps {
  readonly list: readonly Recorded[];
  readonly view: Pick<RegisterView, 'rows' | 'directory'>;
  readonly noteOf?: (recorded: Recorded) => string | null;
  /** The level of the headings of the two sides. */
  readonly level?: 2 | 3;
}

/** Declarations of governments and their groups, then those of others: recorded alike, shown apart. */
export function Sides({ list, view, noteOf, level = 2 }: SidesProps) {
  const { t } = useMessages();
  const governmental = list.filter((one) => isOfGovernments(one, view));
  const others = list.filter((one) => !governmental.includes(one));
  const lines = (side: readonly Recorded[]): ReactNode => (
    <ul className="declaration-lines">
      {side.map((recorded) => (
        <li key={recorded.row.id}>
          <DeclarationLine
            recorded={recorded}
            view={view}
            note={noteOf?.(recorded) ?? null}
            level={level === 2 ? 3 : 4}
          />
        </li>
      ))}
    </ul>
  );
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      {governmental.length === 0 ? null : (
        <section className="declaration-side">
          <Heading className="section-title">{t('declarations.governmental')}</Heading>
          {lines(governmental)}
        </section>
      )}
      {others.length === 0 ? null : (
        <section className="declaration-side" data-apart>
          <Heading className="section-title">{t('declarations.nonGovernmental')}</Heading>
          <p className="soft small">{t('declarations.nonGovernmentalHelp')}</p>
          {lines(others)}
        </section>
      )}
    </>
  );
}
