import { z } from 'zod';
import type { Alignment } from '../model/alignment.ts';
import type { Holder } from '../model/holder.ts';
import type { DelegationId, DocumentId, GroupId, ParagraphId, VersionId } from '../model/ids.ts';
import { type Position, STANDINGS } from '../model/position.ts';
import { signatureShape } from './anchor.ts';
import { isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';

export const holderShape: z.ZodType<Holder, Holder> = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('delegation'), id: storedId<DelegationId>() }),
  z.strictObject({ noun: z.literal('group'), id: storedId<GroupId>() }),
]);

export const alignmentRow: z.ZodType<Alignment, Alignment> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  delegationId: storedId<DelegationId>(),
  group: storedId<GroupId>(),
  aligns: z.boolean(),
  except: z.array(storedId<ParagraphId>()).readonly(),
  since: isoTime,
  by: signatureShape,
});

export const positionRow: z.ZodType<Position, Position> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  holder: holderShape,
  version: storedId<VersionId>(),
  paragraph: storedId<ParagraphId>(),
  standing: z.enum(STANDINGS).nullable(),
  words: z.string(),
  confirms: storedId<VersionId>().nullable(),
  by: signatureShape,
});
