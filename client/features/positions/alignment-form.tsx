import { type FormEvent, useState } from 'react';
import { type Alignment, alignmentId } from '../../../shared/model/alignment.ts';
import { type Group, isMember } from '../../../shared/model/group.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { useAlign } from '../../api/positions/acts.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Choices } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ParagraphPicker } from '../../ui/paragraph-picker.tsx';
import { countAlignment } from './alignment-count.ts';
import type { PositionScene } from './scene.ts';

interface AlignmentFormProps {
  readonly scene: PositionScene;
  readonly group: Group;
  readonly onDone: () => void;
}

const HOW = ['aligns', 'except', 'not'] as const;
type How = (typeof HOW)[number];

const howOf = (row: Alignment | undefined, member: boolean): How =>
  row === undefined
    ? member
      ? 'aligns'
      : 'not'
    : !row.aligns
      ? 'not'
      : row.except.length > 0
        ? 'except'
        : 'aligns';

/** How one's delegation stands to a group, with what follows from it. */
export function AlignmentForm({ scene, group, onDone }: AlignmentFormProps) {
  const { t } = useMessages();
  const { me, register, matrix, paragraphs, cited, version, at } = scene;
  const delegation = me?.delegation;
  const row =
    delegation === undefined ? undefined : register.rows.alignment.get(alignmentId(delegation.id, group.id));
  const member = delegation !== undefined && isMember(group, delegation.id, at);
  const [how, setHow] = useState<How>(() => howOf(row, member));
  const [except, setExcept] = useState<readonly ParagraphId[]>(row?.except ?? []);
  const align = useAlign(version.documentId);
  const failure = align.error === null ? null : failureIn(align.error);
  if (delegation === undefined) return null;
  const { name } = delegation;
  const lacks = how === 'except' && except.length === 0;
  const excepted = how === 'except' ? except : [];
  const follows = countAlignment(matrix, paragraphs, delegation.id, group.id, excepted);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (lacks || align.isPending) return;
    align.mutate(
      { group: group.id, aligns: how !== 'not', except: [...excepted] },
      {
        onSuccess: () => {
          announce(t('positions.align.done', { name, group: group.name }));
          onDone();
        },
      },
    );
  };
  return (
    <form className="form align-form" onSubmit={submit} aria-label={t('positions.align.yours', { name })}>
      <p className="small soft">
        {t(member ? 'positions.align.member' : 'positions.align.notMember', { name })}
      </p>
      <Choices
        label={t('positions.align.yours', { name })}
        value={how}
        options={HOW.map((value) => ({
          value,
          text: t(`positions.align.${value}`),
          help: t(`positions.align.${value}Help`),
        }))}
        onChange={setHow}
      />
      {how === 'except' ? (
        <ParagraphPicker
          label={t('positions.align.exceptions')}
          help={t('positions.align.exceptionsHelp')}
          paragraphs={paragraphs}
          cited={cited}
          value={except}
          onChange={setExcept}
        />
      ) : null}
      <div role="status">
        <p>
          {how === 'not'
            ? t('positions.align.countsNothing', { name })
            : t('positions.align.counts', { name, count: follows.counts })}
        </p>
        {how === 'not' || follows.said === 0 ? null : (
          <p className="small soft">
            {t('positions.align.countsOf', {
              name,
              said: follows.said,
              own: follows.own,
              except: follows.except,
            })}
          </p>
        )}
        <p className="small soft">
          {lacks
            ? t('positions.align.needsExceptions')
            : t('positions.align.records', { name, group: group.name, person: me?.participant.name ?? '' })}
        </p>
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button type="submit" small tone="primary" busy={align.isPending} disabled={lacks}>
          {t('positions.align.submit')}
        </Button>
        <Button small tone="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
