import './deciding.css';
import { useMemo } from 'react';
import { worstState } from '../../../../shared/amend/standing.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { proposalAddress } from '../addresses.ts';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { Redline } from '../amendment/redline.tsx';
import { textOf } from '../amendment/shown-change.ts';
import { speakerName } from '../card/names.ts';
import { textUnder } from '../text/text-under.ts';
import type { Preview } from './preview.ts';

interface PreviewListProps {
  readonly documentId: DocumentId;
  readonly preview: Preview;
  /** The text as it stands. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** Other open proposals. */
  readonly others: readonly Proposal[];
  readonly view: RegisterView;
}

/** Exactly what would change in the text, and what that does to everybody else's proposals. */
export function PreviewList({ documentId, preview, paragraphs, others, view }: PreviewListProps) {
  const { t } = useMessages();
  return (
    <div className="preview">
      <h4 className="preview-title">{t('proposals.decide.preview')}</h4>
      <p className="small soft">{t('proposals.decide.previewHelp')}</p>
      <ul className="preview-list">
        {preview.touched.map(({ before, after, act, behind }, k) => {
          const place =
            behind === null ? t('proposals.theBeginning') : paragraphName(behind.label, behind.text, t);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: new paragraphs have no identity but their place
            <li key={k}>
              <p className="amendment-name">
                <bdi>
                  {before === null
                    ? behind === null
                      ? t('proposals.on.first')
                      : t('proposals.on.insert-after', { label: place })
                    : act === 'move'
                      ? t('proposals.on.move', {
                          label: paragraphName(before.label, before.text, t),
                          after: place,
                        })
                      : act === 'delete'
                        ? t('proposals.on.delete', { label: paragraphName(before.label, before.text, t) })
                        : t('proposals.paragraph', { label: paragraphName(before.label, before.text, t) })}
                </bdi>
              </p>
              <Redline from={before?.text ?? ''} to={textOf(after)} dir={before?.dir ?? 'auto'} />
            </li>
          );
        })}
      </ul>
      <Effects
        documentId={documentId}
        preview={preview}
        paragraphs={paragraphs}
        others={others}
        view={view}
      />
    </div>
  );
}

function Effects({ documentId, preview, paragraphs, others, view }: PreviewListProps) {
  const { t } = useMessages();
  const effects = useMemo(() => {
    const touched = new Set(preview.touched.flatMap(({ before }) => before?.id ?? []));
    return others
      .filter(({ changes }) => changes.some(({ paragraph }) => paragraph !== null && touched.has(paragraph)))
      .map((proposal) => ({
        proposal,
        state: worstState(textUnder(proposal, preview.paragraphs, view).map(({ state }) => state)),
        was: worstState(textUnder(proposal, paragraphs, view).map(({ state }) => state)),
      }));
  }, [preview, paragraphs, others, view]);
  return (
    <>
      <h4 className="preview-title">{t('proposals.decide.others')}</h4>
      {effects.length === 0 ? (
        <p className="soft">{t('proposals.decide.othersNone')}</p>
      ) : (
        <ul className="preview-effects">
          {effects.map(({ proposal, state, was }) => (
            <li key={proposal.id} data-state={state === was ? undefined : state}>
              <a href={proposalAddress(documentId, proposal.id)}>
                {t('proposals.by', { who: speakerName(view, proposal.by) })}
              </a>{' '}
              {t(`proposals.decide.effect.${state === was ? 'current' : state}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
