import type { Input } from '../../../shared/domain/input.ts';
import { isLink } from '../../../shared/domain/link.ts';
import type { InputLink, InputSubject } from '../../../shared/model/disposition.ts';
import { dispositionId } from '../../../shared/model/disposition.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useLink, useRelink } from '../../api/dispositions.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';

interface SelectionActsProps {
  readonly documentId: DocumentId;
  readonly inputs: readonly Input[];
  readonly links: ReadonlyMap<string, InputLink>;
  readonly onSelect: (ids: readonly string[]) => void;
}

/** The links that some of these stand in. */
const linksOf = (inputs: readonly Input[], links: ReadonlyMap<string, InputLink>): InputLink[] => {
  const ids = new Set(inputs.map(({ id }) => id));
  return [...links.values()].filter(
    (link) => isLink(link) && link.inputs.some((on) => ids.has(dispositionId(on))),
  );
};

/** Every subject once, those of the links first. */
const together = (links: readonly InputLink[], inputs: readonly Input[]): InputSubject[] => [
  ...new Map(
    [...links.flatMap((link) => link.inputs), ...inputs.map(({ on }) => on)].map((on) => [
      dispositionId(on),
      on,
    ]),
  ).values(),
];

/** What can be done to the selected inputs besides deciding: calling them equal, and taking that back. */
export function SelectionActs({ documentId, inputs, links, onSelect }: SelectionActsProps) {
  const { t } = useMessages();
  const link = useLink(documentId);
  const relink = useRelink(documentId);
  const error = link.error ?? relink.error;
  const standing = linksOf(inputs, links);
  const all = together(standing, inputs);
  const joined = standing.length === 1 && standing[0]?.inputs.length === all.length;
  const join = async (): Promise<void> => {
    const [first, ...others] = standing;
    // An input stands in one link at a time: what the others held moves to the first.
    for (const other of others) await relink.mutateAsync({ link: other.id, inputs: [] });
    if (first === undefined) await link.mutateAsync({ inputs: all });
    else await relink.mutateAsync({ link: first.id, inputs: all });
    announce(t('inputs.linked', { count: all.length }));
  };
  // A failure stands in the notice below; anything else is a bug and stays one.
  const run = (act: Promise<unknown>): void => void act.catch(failureIn);
  const undo = async (): Promise<void> => {
    for (const one of standing) await relink.mutateAsync({ link: one.id, inputs: [] });
    announce(t('inputs.unlinked'));
  };
  const busy = link.isPending || relink.isPending;
  const others = inputs.flatMap(({ equal }) => equal);
  const selected = new Set(inputs.map(({ id }) => id));
  return (
    <>
      <div className="form-actions">
        {inputs.length > 1 && !joined ? (
          <Button small busy={busy} onClick={() => run(join())}>
            {t('inputs.link')}
          </Button>
        ) : null}
        {others.some((id) => !selected.has(id)) ? (
          <Button small tone="quiet" onClick={() => onSelect([...new Set([...selected, ...others])])}>
            {t('inputs.selectEqual')}
          </Button>
        ) : null}
        {standing.length > 0 ? (
          <Button small tone="quiet" busy={busy} onClick={() => run(undo())}>
            {t('inputs.unlink')}
          </Button>
        ) : null}
      </div>
      {error === null ? null : <FailureNotice failure={failureIn(error)} />}
    </>
  );
}
