import type { DeclarationsAnswer, PlacedParagraph } from '../../../../shared/api/declaration.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { Sides } from '../list/sides.tsx';
import { KINDS, recordedOf } from '../record.ts';

interface PlacedProps {
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
  readonly placed: PlacedParagraph | undefined;
  readonly level: 2 | 3;
}

/** The declarations at a paragraph, most serious kinds first, and apart from them those filed on other words. */
export function PlacedHere({ view, answer, placed, level }: PlacedProps) {
  const { t } = useMessages();
  if (placed === undefined) return null;
  const all = recordedOf(view, answer);
  const [here, earlier] = (['same', 'other'] as const).map((words) => {
    const ids = placed.places.filter((place) => place.words === words).map((place) => place.declaration);
    return all
      .filter(({ row }) => ids.includes(row.id))
      .sort((a, b) => KINDS.indexOf(a.row.kind) - KINDS.indexOf(b.row.kind));
  });
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      {here === undefined ? null : <Sides list={here} view={view} level={level} />}
      {earlier === undefined || earlier.length === 0 ? null : (
        <section className="declaration-side" data-earlier>
          <Heading className="section-title">{t('declarations.paragraphAnswer.earlier')}</Heading>
          <p className="soft small">{t('declarations.paragraphAnswer.earlierHelp')}</p>
          <Sides list={earlier} view={view} level={3} />
        </section>
      )}
    </>
  );
}
