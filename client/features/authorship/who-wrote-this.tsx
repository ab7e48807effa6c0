import { useMemo, useState } from 'react';
import type { Authorship } from '../../../shared/api/text.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import { Panes } from '../../ui/panes.tsx';
import { AuthoredText } from './authored-text.tsx';
import { ContributorList } from './contributor-list.tsx';
import { contributorsOf } from './delegation-signs.ts';
import { RemovalList } from './removal-list.tsx';
import './authorship.css';

/** The working text by who inserted it, with the list of what was deleted; both may be narrowed to one person. */
export function WhoWroteThis({ authorship }: { authorship: Authorship }) {
  const { t } = useMessages();
  const [only, setOnly] = useState<ParticipantId | null>(null);
  const contributors = useMemo(() => contributorsOf(authorship), [authorship]);
  const byId = useMemo(() => new Map(contributors.map((one) => [one.id, one])), [contributors]);
  return (
    <Panes
      outline={<ContributorList contributors={contributors} only={only} onOnly={setOnly} />}
      outlineTitle={t('authors.people')}
      side={<RemovalList authorship={authorship} only={only} />}
      sideTitle={t('authors.removals')}
    >
      <header className="authors-legend">
        <h1 className="page-title">{t('authors.title')}</h1>
        <p>
          {t('authors.lead')} {t('authors.legend')}
        </p>
      </header>
      <AuthoredText paragraphs={authorship.paragraphs} contributors={byId} only={only} />
    </Panes>
  );
}
