import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { paragraphAnchor } from '../../editor/labels/labels-plugin.ts';
import { type Section, sameSections, sections } from '../../editor/outline/outline.ts';
import { useMessages } from '../../ui/messages.ts';
import { Outline } from '../../ui/outline.tsx';
import type { ParagraphCounts } from '../../ui/text-surface.ts';
import { useEditorValue } from './use-editor-value.ts';

interface OutlineListProps {
  readonly editor: Editor;
  readonly documentPath: string;
  readonly versions: readonly VersionSummary[];
  readonly onGoTo: (section: Section) => void;
  /** What was said below each heading. */
  readonly counts: ReadonlyMap<ParagraphId, ParagraphCounts>;
}

/** Sections of the text, the present one marked, and below them the versions. */
export function OutlineList({ editor, documentPath, versions, onGoTo, counts }: OutlineListProps) {
  const { t } = useMessages();
  const all = useEditorValue(editor, sections, sameSections);
  const current = useCurrentSection(all);
  return (
    <>
      <h2 className="panes-heading">{t('drafting.outline.sections')}</h2>
      {all.length === 0 ? (
        <p className="soft small">{t('drafting.outline.empty')}</p>
      ) : (
        <Outline
          entries={all.map(({ id, level, label, text }) => ({
            id,
            level,
            labels: '',
            text: label === '' ? text : `${label} ${text}`,
          }))}
          current={current}
          hrefOf={(id) => `#${paragraphAnchor(id as ParagraphId)}`}
          onGo={(id) => {
            const section = all.find((one) => one.id === id);
            if (section !== undefined) onGoTo(section);
          }}
          counts={counts}
        />
      )}
      {versions.length === 0 ? null : (
        <>
          <h2 className="panes-heading outline-versions">{t('drafting.outline.versions')}</h2>
          <ul className="outline">
            {versions.toReversed().map((version) => (
              <li key={version.id} className="outline-entry">
                <Link href={`${documentPath}/v/${version.id}`}>
                  <bdi>{version.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** How far below the top of the window a heading counts as read, in pixels: header, toolbar and two lines. */
const READ_BELOW = 200;

/** The section one looks at: the last heading above the upper part of the window. Follows scrolling, once a frame. */
function useCurrentSection(all: readonly Section[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const above = all.findLast(({ id }) => {
        const heading = document.getElementById(paragraphAnchor(id));
        return heading !== null && heading.getBoundingClientRect().top <= READ_BELOW;
      });
      setCurrent(above?.id ?? null);
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    soon();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [all]);
  return current;
}
