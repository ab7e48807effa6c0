import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { isUnderSilence } from '../../../shared/domain/phase-procedures.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { useMessages } from '../../ui/messages.ts';
import { AdoptedText } from './adopted-text.tsx';
import { AdoptionForm } from './adoption-form.tsx';
import './adoption.css';

/** The adoption as it is recorded; before, for facilitators, the way to record it. */
export function AdoptionSection({ answer, view }: { answer: DocumentAnswer; view: RegisterView }) {
  const { t } = useMessages();
  const { document, versions, abilities } = answer;
  const adoption = view.rows.adoption.get(document.id);
  const may = abilities['adoption.record'].allowed;
  const latest = versions.at(-1);
  return (
    <section className="section" aria-labelledby="adoption">
      <h2 className="section-title" id="adoption">
        {t('adoption.title')}
      </h2>
      {adoption !== undefined ? (
        <AdoptedText
          id={document.id}
          adoption={adoption}
          version={versions.find(({ id }) => id === adoption.version)}
          view={view}
          mayChange={may}
        />
      ) : !may ? (
        <p className="soft">{t('adoption.none')}</p>
      ) : latest === undefined ? (
        <p>{t('adoption.noVersion')}</p>
      ) : isUnderSilence(document) ? (
        <p className="soft">{t('adoption.waits')}</p>
      ) : (
        <AdoptionForm
          key={latest.id}
          id={document.id}
          version={latest}
          mayPublish={abilities['version.publish'].allowed}
        />
      )}
    </section>
  );
}
