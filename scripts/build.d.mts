/** Builds client and server into dist/ when a source is newer. */
export function build(): Promise<void>;
