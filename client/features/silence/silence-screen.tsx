import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { useVersion } from '../../api/versions.ts';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { OpenForm } from './open-form.tsx';
import { PastSilence } from './past-silence.tsx';
import { RunningSilence } from './running-silence.tsx';
import './silence.css';

interface SilenceScreenProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
}

/** The running silence, or the way to open one; and what became of those before. */
export function SilenceScreen({ answer, view }: SilenceScreenProps) {
  const { t } = useMessages();
  const { document, versions, abilities, me } = answer;
  const procedures = [...view.rows.silence.values()].sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1));
  const running = procedures.find(({ outcome }) => outcome === 'running');
  const past = procedures.filter(({ outcome }) => outcome !== 'running');
  const nameOf = (version: string): string => versions.find(({ id }) => id === version)?.name ?? '';
  const version = useVersion(document.id, running?.version ?? '', running !== undefined);
  const latest = versions.at(-1);
  return (
    <>
      {running === undefined ? null : version.data === undefined ? (
        <ListSkeleton lines={6} />
      ) : (
        <RunningSilence
          answer={answer}
          view={view}
          silence={running}
          versionName={nameOf(running.version)}
          paragraphs={version.data.paragraphs}
        />
      )}
      {running === undefined && me !== null && abilities['silence.open'].allowed ? (
        <section aria-labelledby="silence-open">
          <h2 className="section-title" id="silence-open">
            {t('silence.open.title')}
          </h2>
          {latest === undefined ? (
            <p>{t('silence.open.none')}</p>
          ) : (
            <OpenForm
              key={latest.id}
              draftOf={{
                documentId: document.id,
                participant: me.participant.id,
                name: `open-${latest.id}`,
              }}
              version={latest}
            />
          )}
        </section>
      ) : null}
      {past.length === 0 && running !== undefined ? null : (
        <section className="section" aria-labelledby="silence-past">
          <h2 className="section-title" id="silence-past">
            {t('silence.past.title')}
          </h2>
          {past.length === 0 ? <p className="soft">{t('silence.past.none')}</p> : null}
          {past.map((silence) => (
            <PastSilence
              key={silence.id}
              id={document.id}
              silence={silence}
              versionName={nameOf(silence.version)}
              view={view}
            />
          ))}
        </section>
      )}
    </>
  );
}
