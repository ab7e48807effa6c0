import type { ComponentType } from 'react';
import { MissingCode, MissingOverlay } from './missing-code.tsx';
import { lateCode } from './use-late-code.ts';

interface LateOptions {
  /** Stands in its place until it is there. */
  readonly waiting?: ComponentType;
  /**
   * What is shown where its code cannot be fetched. `in-place`: a notice where the part would be; `floating`: one at the
   * foot of the page, for what would lie over it; `quiet`: `waiting` goes on, for parts that nobody waits for.
   */
  readonly missing?: 'in-place' | 'floating' | 'quiet';
}

/**
 * A part of a page whose code is fetched when it is first shown. Where that fails, the part is missing, says so, and is
 * asked for again, by itself and when somebody says so: a text must not leave the screen because something beside it
 * could not be fetched.
 */
export function late<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { waiting: Waiting, missing: shown = 'in-place' }: LateOptions = {},
): ComponentType<Props> {
  const useCode = lateCode(load);
  return function Late(props: Props) {
    const { code, missing, again } = useCode();
    if (code !== null) return <code.default {...props} />;
    if (missing && shown === 'in-place') return <MissingCode onRetry={again} />;
    if (missing && shown === 'floating')
      return <MissingOverlay onRetry={again} onClose={(props as { onClose?: () => void }).onClose} />;
    return Waiting === undefined ? null : <Waiting />;
  };
}
