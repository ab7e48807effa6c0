import type { TakenPosition } from '../../../shared/domain/held-position.ts';
import { type Alignment, alignmentId } from '../../../shared/model/alignment.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { DelegationId, DocumentId, GroupId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Constituency, Delegation, Region } from '../../../shared/model/participant.ts';
import { type Position, positionId, type Standing } from '../../../shared/model/position.ts';
import { at, signed } from './register-sketch.ts';

/** Rows of positions for tests, as short as they can be said. */
const documentId = 'd' as DocumentId;

export const one = (id: string): Holder => ({ noun: 'delegation', id: id as DelegationId });
export const all = (id: string): Holder => ({ noun: 'group', id: id as GroupId });

export function position(
  holder: Holder,
  paragraph: string,
  standing: Standing | null,
  version = 'v1',
): Position {
  const where = [version as VersionId, paragraph as ParagraphId] as const;
  return {
    id: positionId(...where, holder),
    documentId,
    holder,
    version: where[0],
    paragraph: where[1],
    standing,
    words: '',
    confirms: null,
    by: signed(holder.id),
  };
}

export const taken = (holder: Holder, paragraph: string, standing: Standing, version = 'v1'): TakenPosition =>
  position(holder, paragraph, standing, version) as TakenPosition;

export const aligned = (
  delegation: string,
  group: string,
  minute: number,
  more: { readonly aligns?: boolean; readonly except?: readonly string[] } = {},
): Alignment => ({
  id: alignmentId(delegation as DelegationId, group as GroupId),
  documentId,
  delegationId: delegation as DelegationId,
  group: group as GroupId,
  aligns: more.aligns ?? true,
  except: (more.except ?? []) as ParagraphId[],
  since: at(minute),
  by: signed(delegation, minute),
});

export const delegation = (
  id: string,
  constituency: Constituency | null = 'government',
  region: Region | null = null,
): Delegation => ({ id: id as DelegationId, documentId, name: `Delegation ${id}`, constituency, region });

export const paragraph = (
  id: string,
  text: string,
  more: Partial<LabelledParagraph> = {},
): LabelledParagraph => ({
  id: id as ParagraphId,
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: [{ text }],
  label: id,
  text,
  ...more,
});
