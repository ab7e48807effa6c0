import '../ui/words/settings.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { GeneralForm } from '../features/settings/general-form.tsx';
import { ImportForm } from '../features/settings/import-form.tsx';
import { PhaseForm } from '../features/settings/phase-form.tsx';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/settings`: title, audiences, phase, import. */
export default function SettingsPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('settings.title')} answer={answer} action="document.configure">
      {({ document, abilities }) => {
        const importing = abilities['text.import'];
        return (
          <>
            <section aria-labelledby="settings-phase">
              <h2 className="section-title" id="settings-phase">
                {t('settings.phase.title')}
              </h2>
              <PhaseForm key={document.phaseSince} document={document} />
            </section>
            <section className="section" aria-labelledby="settings-import">
              <h2 className="section-title" id="settings-import">
                {t('settings.import.title')}
              </h2>
              {importing.allowed ? (
                <ImportForm documentId={id} />
              ) : (
                <Notice tone="warn">
                  <p>{t(`reasons.${importing.reason}`)}</p>
                </Notice>
              )}
            </section>
            <section className="section" aria-labelledby="settings-general">
              <h2 className="section-title" id="settings-general">
                {t('settings.general.title')}
              </h2>
              <GeneralForm document={document} />
            </section>
          </>
        );
      }}
    </DocumentPage>
  );
}
