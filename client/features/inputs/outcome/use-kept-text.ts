import { useState } from 'react';

/** Rises when what is kept changes shape. */
const PREFIX = 'sounding-board/answer-draft/1';

/** Words being typed, kept on this device until they are sent. `about` names person and subject. */
export function useKeptText(about: string): readonly [text: string, change: (text: string) => void] {
  const name = `${PREFIX}/${about}`;
  const [text, setText] = useState(() => {
    try {
      return localStorage.getItem(name) ?? '';
    } catch {
      return '';
    }
  });
  const change = (next: string): void => {
    setText(next);
    try {
      if (next === '') localStorage.removeItem(name);
      else localStorage.setItem(name, next);
    } catch {
      // Storage may be blocked: the words then stay on the page alone.
    }
  };
  return [text, change];
}
