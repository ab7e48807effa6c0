import { useState } from 'react';
import { Link } from 'wouter';
import type { MemberIdentity } from '../../../../shared/api/member.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import { plainText } from '../../../../shared/model/paragraph.ts';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { newProposalAddress, proposalAddress } from '../addresses.ts';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { shelfOf } from '../composer/use-draft.ts';
import type { ProposalDraft } from '../draft/proposal-draft.ts';

const addressOf = (document: DocumentId, draft: ProposalDraft): string =>
  draft.purpose.kind === 'new'
    ? newProposalAddress(document, { draft: draft.id })
    : `${proposalAddress(document, draft.purpose.proposal)}${draft.purpose.kind === 'edit' ? '/edit' : ''}`;

/** Drafts that wait on this device, offered back. Nothing where there are none. */
export function DraftList({ documentId, me }: { documentId: DocumentId; me: MemberIdentity }) {
  const { t } = useMessages();
  const [drafts] = useState(() => shelfOf(documentId, me.participant.id).list());
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="proposal-drafts" className="no-print">
      <h2 className="section-title" id="proposal-drafts">
        {t('proposals.write.drafts')}
      </h2>
      <ul className="draft-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {draft.changes
                .map(({ base }) =>
                  base === null
                    ? t('proposals.theBeginning')
                    : paragraphName(base.label, plainText(base.runs), t),
                )
                .join(', ') || draft.rationale.slice(0, 60)}
            </span>
            <span className="soft small">
              <Moment iso={draft.savedAt} short zone={false} />
            </span>
            <Link href={addressOf(documentId, draft)}>{t('proposals.write.continue')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
