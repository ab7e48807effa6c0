import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time of the device, looked at again each minute, and at `at` if that comes before. */
export function useMinute(at: string): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const until = Date.parse(at) - now.getTime();
    const timer = setTimeout(() => setNow(new Date()), until > 0 ? Math.min(MINUTE, until + 1) : MINUTE);
    return () => clearTimeout(timer);
  }, [now, at]);
  return now;
}
