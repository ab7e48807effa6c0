/** Path of a Chromium or Chrome on this machine, if there is one. */
export function findChromium(): string | undefined;
/** The same; on Debian as root it installs one first. Null after saying how to get one. */
export function ensureChromium(): string | null;
