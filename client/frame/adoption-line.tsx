import type { DocumentId } from '../../shared/model/ids.ts';
import { useRegisterPart } from '../api/register/use-register.ts';
import { adoptionSentence } from '../ui/adoption-sentence.ts';
import { useMessages } from '../ui/messages.ts';

/** How the text was adopted, from the register; until that is here, that it was. */
export default function AdoptionLine({ id }: { id: DocumentId }) {
  const messages = useMessages();
  const adoption = useRegisterPart(id, (view) => view.rows.adoption.get(id));
  return adoption === undefined ? messages.t('frame.adopted.plain') : adoptionSentence(messages, adoption);
}
