import { type ComponentType, useEffect, useState } from 'react';

/** How long to wait before code that did not arrive is asked for again, in milliseconds; sooner when the line is back. */
const ASK_AGAIN = 4_000;

/**
 * A part of a page whose code is fetched when it is first shown. Where the line breaks, the part is missing until the
 * line is back, and nothing else: a text must not leave the screen because something beside it could not be fetched.
 * `Waiting` stands in its place until then.
 */
export function late<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Waiting: ComponentType | null = null,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | null = null;
  return function Late(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => arrived);
    useEffect(() => {
      if (Part !== null) return;
      let gone = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const ask = (): void => {
        clearTimeout(timer);
        load().then(
          (module) => {
            arrived = module.default;
            if (!gone) setPart(() => module.default);
          },
          () => {
            if (!gone) timer = setTimeout(ask, ASK_AGAIN);
          },
        );
      };
      ask();
      window.addEventListener('online', ask);
      return () => {
        gone = true;
        clearTimeout(timer);
        window.removeEventListener('online', ask);
      };
    }, [Part]);
    if (Part !== null) return <Part {...props} />;
    return Waiting === null ? null : <Waiting />;
  };
}
