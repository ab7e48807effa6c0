import { createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';

/**
 * A place in the header that the page below fills: who is here, what is saved. `FrameSlots` stands around both,
 * `StatusSlot` is the place, `FillStatus` the filling.
 */
const Slot = createContext<{ place: HTMLElement | null; setPlace: (place: HTMLElement | null) => void }>({
  place: null,
  setPlace: () => undefined,
});

export function FrameSlots({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return <Slot value={{ place, setPlace }}>{children}</Slot>;
}

export function StatusSlot() {
  const { setPlace } = use(Slot);
  return <div className="frame-status" ref={setPlace} />;
}

export function FillStatus({ children }: { children: ReactNode }) {
  const { place } = use(Slot);
  return place === null ? null : createPortal(children, place);
}
