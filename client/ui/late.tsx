import { type ComponentType, useEffect, useState } from 'react';
import { fetchUntilItComes } from './fetch-until-it-comes.ts';

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
      return fetchUntilItComes(load, (module) => {
        arrived = module.default;
        setPart(() => module.default);
      });
    }, [Part]);
    if (Part !== null) return <Part {...props} />;
    return Waiting === null ? null : <Waiting />;
  };
}
