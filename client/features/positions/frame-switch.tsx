import { useMessages } from '../../ui/messages.ts';
import { FRAMES, type FrameName } from './positions-address.ts';
import { Segments } from './segments.tsx';

/** Whose consensus is looked for. */
export function FrameSwitch({ value, onChange }: { value: FrameName; onChange: (frame: FrameName) => void }) {
  const { t } = useMessages();
  return (
    <Segments
      label={t('positions.consensus.frame')}
      value={value}
      options={FRAMES.map((frame) => ({ value: frame, text: t(`positions.consensus.frames.${frame}`) }))}
      onChange={onChange}
    />
  );
}
