import { useEffect, useRef, useState } from 'react';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { useMessages } from '../../ui/messages.ts';
import { placeWords } from './place-words.ts';

/** New things are gathered for this long and told in one sentence, in milliseconds: nobody is flooded. */
const GATHER = 4_000;

/** Tells screen readers, politely, what others have said since the page was opened. */
export function LiveRegion({ view }: { view: RegisterView }) {
  const { t } = useMessages();
  const known = useRef<Set<string> | null>(null);
  const fresh = useRef<string[]>([]);
  const [said, setSaid] = useState('');
  const me: ParticipantId | undefined = view.me?.participant.id;
  const { comment, answer } = view.rows;
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    if (!latest.current.ready) return;
    if (known.current === null) {
      known.current = new Set([...comment.keys(), ...answer.keys()]);
      return;
    }
    for (const row of [...comment.values(), ...answer.values()]) {
      if (known.current.has(row.id)) continue;
      known.current.add(row.id);
      if (row.by.participantId !== me) fresh.current.push(row.id);
    }
    if (fresh.current.length === 0) return;
    const timer = setTimeout(() => {
      const ids = fresh.current;
      fresh.current = [];
      const { rows } = latest.current;
      const [only] = ids;
      const one = ids.length === 1 && only !== undefined ? only : null;
      const asComment = one === null ? undefined : rows.comment.get(one);
      const asAnswer = one === null ? undefined : rows.answer.get(one);
      setSaid(
        asComment !== undefined
          ? t('dialogue.live.newFrom', {
              kind: t(`dialogue.kind.${asComment.kind}`),
              delegation: signatoryOf(latest.current, asComment.by).delegation,
              place: placeWords(asComment, t),
            })
          : asAnswer !== undefined
            ? t('dialogue.live.answerFrom', {
                delegation: signatoryOf(latest.current, asAnswer.by).delegation,
              })
            : t('dialogue.live.new', { count: ids.length }),
      );
    }, GATHER);
    return () => clearTimeout(timer);
  }, [comment, answer, me, t]);
  return (
    <div className="visually-hidden" role="status">
      {said}
    </div>
  );
}
