import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Version } from '../../../shared/model/version.ts';
import { sectionsOf } from '../../../shared/text/sections.ts';
import { copyText } from '../../ui/copy-text.ts';
import { useMessages } from '../../ui/messages.ts';
import { Outline } from '../../ui/outline.tsx';
import { Panes } from '../../ui/panes.tsx';
import type { TextSurface } from '../../ui/text-surface.ts';
import { useSectionInView } from '../../ui/use-section-in-view.ts';
import { elementIdOf, paragraphAddress, versionAddress } from './addresses.ts';
import { TextView } from './text-view.tsx';
import { useFragment } from './use-fragment.ts';
import { useVersionSurface } from './use-version-surface.ts';
import { VersionFacts } from './version-facts.tsx';
import { VersionPicker } from './version-picker.tsx';

const elementOf = (id: string): HTMLElement | null => document.getElementById(elementIdOf(id));

interface ReadVersionProps {
  readonly version: Version;
  /** Undefined while it loads: the text does not wait for it. */
  readonly answer: DocumentAnswer | undefined;
  /** What is said about the text, beside it. */
  readonly conversation?: (surface: TextSurface) => ReactNode;
}

/** A published version: outline, text, and what is known of it. */
export function ReadVersion({ version, answer, conversation }: ReadVersionProps) {
  const { t, locale } = useMessages();
  const { documentId, id } = version;
  const sections = useMemo(() => sectionsOf(version.paragraphs), [version]);
  const ids = useMemo(() => sections.map((section) => section.id), [sections]);
  const current = useSectionInView(ids, elementOf);
  const target = useFragment(true);
  const host = useRef<HTMLElement>(null);
  const { surface, marks, counts } = useVersionSurface(version, host, conversation !== undefined);
  const copyLink = useCallback(
    (paragraph: LabelledParagraph) =>
      void copyText(
        paragraphAddress(window.location.origin, documentId, id, paragraph.id),
        t('common.linkCopied'),
      ),
    [documentId, id, t],
  );
  const latest = answer?.versions.toSorted((a, b) => b.ordinal - a.ordinal)[0];
  const stageName = t(`terms.stage.${version.stage}`);
  const date = dateInUtc(version.publishedAt, locale);
  return (
    <Panes
      outline={
        <>
          {answer === undefined ? null : (
            <VersionPicker documentId={documentId} versions={answer.versions} current={id} />
          )}
          <Outline
            entries={sections}
            current={current}
            hrefOf={(section) => `#${elementIdOf(section)}`}
            counts={counts}
          />
        </>
      }
      side={<VersionFacts version={version} />}
      sideTitle={t('reading.facts.title')}
      {...(conversation === undefined ? {} : { margin: surface === null ? null : conversation(surface) })}
    >
      <p className="reading-caption">
        <strong>{version.name}</strong> · {stageName === version.name ? null : <>{stageName} · </>}
        {date}
        {latest === undefined || latest.id === id ? null : (
          <>
            {' · '}
            {t('reading.later', { name: latest.name })}{' '}
            <Link className="no-print" href={versionAddress(documentId, latest.id)}>
              {t('reading.readLatest')}
            </Link>
          </>
        )}
      </p>
      <TextView paragraphs={version.paragraphs} target={target} onLink={copyLink} marks={marks} host={host} />
      <p className="print-only reading-source">
        {t('reading.printedFrom', {
          document: answer?.document.title ?? '',
          version: version.name,
          date,
          hash: version.hash,
          address: `${window.location.origin}${versionAddress(documentId, id)}`,
        })}
      </p>
    </Panes>
  );
}
