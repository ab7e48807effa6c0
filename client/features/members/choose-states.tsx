import { useState } from 'react';
import type { StateCode } from '../../../shared/data/state.ts';
import { REGIONS } from '../../../shared/model/participant.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { readNames, type StateList, statesOf } from './many-fields.ts';
import { usualGroups } from './usual-draft.ts';

/** Ways to choose States: a list of them, or names written or pasted. Names that mean none stay in the field. */
export function ChooseStates({ onAdd }: { onAdd: (codes: readonly StateCode[]) => void }) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const add = (codes: readonly StateCode[]): void => {
    if (codes.length === 0) return;
    onAdd(codes);
    announce(t('members.many.added', { count: codes.length }));
  };
  const addList = (list: string): void => {
    if (list === '') return;
    const today = new Date().toISOString().slice(0, 10);
    add(statesOf(list as StateList, today).map(({ code }) => code));
  };
  const addNames = (): void => {
    const read = readNames(text);
    setUnknown(read.unknown);
    setText(read.unknown.join('\n'));
    add(read.states.map(({ code }) => code));
  };
  return (
    <>
      <Field label={t('members.many.add')}>
        <select value="" onChange={({ target }) => addList(target.value)}>
          <option value="">{t('members.many.choose')}</option>
          <option value="members">{t('members.many.allMembers')}</option>
          <option value="observers">{t('members.many.observers')}</option>
          <optgroup label={t('members.many.regions')}>
            {REGIONS.map((region) => (
              <option key={region} value={`region:${region}`}>
                {t(`terms.region.${region}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('members.many.groups')}>
            {usualGroups.map(({ id, name }) => (
              <option key={id} value={`group:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </Field>
      <div>
        <Field label={t('members.many.paste')} help={t('members.many.pasteHelp')}>
          <textarea rows={4} dir="auto" value={text} onChange={({ target }) => setText(target.value)} />
        </Field>
        <p className="members-add">
          <Button small onClick={addNames}>
            {t('members.many.recognise')}
          </Button>
        </p>
      </div>
      {unknown.length === 0 ? null : (
        <Notice tone="warn" title={t('members.many.unknown', { count: unknown.length })} live>
          <ul>
            {unknown.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
