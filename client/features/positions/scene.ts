import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { MemberIdentity } from '../../../shared/api/member.ts';
import type { PositionMatrix } from '../../../shared/domain/position-matrix.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { GroupId, IsoTime, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Version } from '../../../shared/model/version.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import type { Translate } from '../../ui/messages.ts';

/** Everything the views of positions look at, read once by the page. */
export interface PositionScene {
  readonly answer: DocumentAnswer;
  /** The version whose paragraphs are shown. */
  readonly version: Pick<Version, 'id' | 'name' | 'documentId'>;
  /** Positions are taken on the latest version alone. */
  readonly isLatest: boolean;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly paragraphOf: ReadonlyMap<ParagraphId, LabelledParagraph>;
  /** Paragraph → how it is cited; unnumbered ones are not in it. */
  readonly cited: ReadonlyMap<ParagraphId, string>;
  /** Changed in place: `tick` tells that it has. */
  readonly matrix: PositionMatrix;
  /** Rises whenever the matrix holds something else. */
  readonly tick: number;
  readonly groups: ReadonlyMap<GroupId, Group>;
  readonly register: RegisterView;
  readonly me: MemberIdentity | null;
  readonly at: IsoTime;
}

export function holderName({ groups, register }: PositionScene, holder: Holder): string {
  return (
    (holder.noun === 'group'
      ? groups.get(holder.id)?.name
      : register.directory.delegations.get(holder.id)?.name) ?? ''
  );
}

/** How a paragraph is called where it is spoken of: `12 (a)`, or the beginning of its words. */
export function paragraphName(t: Translate, scene: PositionScene, id: ParagraphId): string {
  const cited = scene.cited.get(id);
  if (cited !== undefined) return cited;
  const text = scene.paragraphOf.get(id)?.text ?? '';
  return text === '' ? t('positions.grid.unnumbered') : gist(text, 48);
}

/** The beginning of a text, cut between words. */
export function gist(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 2 ? space : most).trimEnd()}…`;
}

export const versionName = ({ answer }: PositionScene, id: VersionId): string =>
  answer.versions.find((version) => version.id === id)?.name ?? '';

/** Where the words stand. */
export const readAddress = ({ version }: PositionScene, paragraph: ParagraphId): string =>
  `/d/${version.documentId}/v/${version.id}#p-${paragraph}`;

/** What became of the words since another version. */
export const changeAddress = ({ version }: PositionScene, from: VersionId, paragraph: ParagraphId): string =>
  `/d/${version.documentId}/compare?${new URLSearchParams({ from, to: version.id })}#r-${paragraph}`;

/** The heading that a row stands under; null: none. */
export function sectionAt({ paragraphs }: PositionScene, row: number): string | null {
  for (let k = Math.min(row, paragraphs.length - 1); k >= 0; k--) {
    const paragraph = paragraphs[k];
    if (paragraph?.kind === 'heading')
      return paragraph.label === '' ? paragraph.text : `${paragraph.label} ${paragraph.text}`;
  }
  return null;
}
