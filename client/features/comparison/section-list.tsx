import { useMessages } from '../../ui/messages.ts';
import type { ChangeSection } from './change-sections.ts';

interface SectionListProps {
  readonly sections: readonly ChangeSection[];
  readonly onGo: (row: number) => void;
}

/** The headings of the new text with how many paragraphs below each changed. */
export function SectionList({ sections, onGo }: SectionListProps) {
  const { t } = useMessages();
  return (
    <ol className="compare-sections">
      {sections.map(({ row, heading, changes }) => (
        <li key={heading?.id ?? 'beginning'} data-level={heading?.level ?? 1}>
          <button type="button" onClick={() => onGo(row)}>
            <bdi>{heading === null ? t('comparison.beginning') : headingText(heading)}</bdi>
            <span className="compare-count" data-none={changes === 0 || undefined}>
              {changes === 0 ? t('common.none') : t('comparison.changes', { count: changes })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const headingText = ({ label, text }: { readonly label: string; readonly text: string }): string =>
  label === '' ? text : `${label} ${text}`;
