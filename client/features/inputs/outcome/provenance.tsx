import './outcome.css';
import { Link } from 'wouter';
import type { Input } from '../../../../shared/domain/input.ts';
import { inputsOf } from '../../../../shared/domain/input.ts';
import { aroundDecision } from '../../../../shared/domain/led-to.ts';
import type { AnchoredText } from '../../../../shared/model/anchor.ts';
import { type Disposition, dispositionId } from '../../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { Acceptance } from '../../../../shared/model/proposal.ts';
import type { VersionSummary } from '../../../../shared/model/version.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { DecisionBadge } from '../../../ui/decision-badge.tsx';
import { outcomeAddress } from '../../../ui/input-address.ts';
import { listed, useMessages } from '../../../ui/messages.ts';

/** Said on, and taken up into, one text of a paragraph's lineage. */
export interface TextProvenance {
  readonly said: readonly Input[];
  readonly takenUp: readonly { readonly input: Input; readonly acceptance: Acceptance | null }[];
}

/** The text an input was put on. */
const textOf = ({ comment, proposal }: Input, rows: RegisterView['rows']): AnchoredText | null => {
  if (proposal !== null) return proposal.text;
  if (comment === null) return null;
  const { on } = comment;
  return on.noun === 'text' ? on.anchor.text : (rows.proposal.get(on.id)?.text ?? null);
};

/** Where a decision shows: in the version published next, or in the working text until then. */
const showsIn = (disposition: Disposition, versions: readonly VersionSummary[]): AnchoredText =>
  aroundDecision(disposition.after, versions).next ?? 'working';

/** What stands in the register about a paragraph, by the texts of its lineage. */
export function provenanceOf(
  rows: RegisterView['rows'],
  paragraphs: ReadonlySet<ParagraphId>,
  versions: readonly VersionSummary[],
): (text: AnchoredText) => TextProvenance {
  const inputs = inputsOf(rows);
  const said = inputs.filter(({ paragraph }) => paragraph !== null && paragraphs.has(paragraph));
  const acceptances = new Map([...rows.acceptance.values()].map((row) => [row.proposalId, row]));
  const takenUp = inputs.flatMap((input) => {
    const { disposition, proposal } = input;
    if (disposition === null) return [];
    const acceptance = proposal === null ? null : (acceptances.get(proposal.id) ?? null);
    const led = [...disposition.ledTo, ...(acceptance?.changes.flatMap((change) => change.paragraphs) ?? [])];
    return led.some((paragraph) => paragraphs.has(paragraph))
      ? [{ input, acceptance, text: showsIn(disposition, versions) }]
      : [];
  });
  return (text) => ({
    said: said.filter((input) => textOf(input, rows) === text),
    takenUp: takenUp.filter((one) => one.text === text),
  });
}

interface ProvenanceProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly provenance: TextProvenance;
}

/** Below one text of a lineage: what was said on it there, and whose inputs it took up. */
export function Provenance({ documentId, view, provenance: { said, takenUp } }: ProvenanceProps) {
  const { t } = useMessages();
  if (said.length === 0 && takenUp.length === 0) return null;
  return (
    <div className="provenance">
      {takenUp.length === 0 ? null : (
        <>
          <h3>{t('outcomes.lineage.takenUp')}</h3>
          <ul>
            {takenUp.map(({ input, acceptance }) => (
              <li key={input.id}>
                <Link href={outcomeAddress(documentId, input)}>
                  {t(`dispositions.kind.${input.kind}`)} · <bdi>{delegationsOf(view, input, acceptance)}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {said.length === 0 ? null : (
        <>
          <h3>{t('outcomes.lineage.said')}</h3>
          <ul>
            {said.map((input) => (
              <li key={dispositionId(input.on)}>
                <Link href={outcomeAddress(documentId, input)}>
                  {t(`dispositions.kind.${input.kind}`)} · <bdi>{signatoryOf(view, input.by).delegation}</bdi>
                </Link>{' '}
                <DecisionBadge decision={input.disposition?.decision ?? null} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Whose it is: of an accepted proposal its proposer and co-sponsors, as they were then. */
const delegationsOf = (view: RegisterView, input: Input, acceptance: Acceptance | null): string =>
  acceptance === null
    ? signatoryOf(view, input.by, input.from ?? undefined).delegation
    : listed(acceptance.delegations.map((id) => view.directory.delegations.get(id)?.name ?? ''));
