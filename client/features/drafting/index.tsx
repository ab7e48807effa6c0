import type { DocumentId } from '../../../shared/model/ids.ts';
import { TextSkeleton } from '../../ui/skeleton.tsx';

/** The place of the editor of the working text. */
export default function Drafting(_: { documentId: DocumentId }) {
  return <TextSkeleton />;
}
