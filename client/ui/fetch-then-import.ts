/*
 * A browser that could not fetch a module remembers that for as long as the page lives, and every later import of it fails (HTML,
 * "fetch a single module script"; Chromium does as the standard says). So a part of the program is imported only once all its
 * files are in the browser's cache, where they may stay for ever: they carry a hash of their content in their names.
 */

/** Files that came, or are coming. */
const files = new Map<string, Promise<void>>();

/** What the page began with is there. */
function isThere(address: string): boolean {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]'))
    if (link.href === address) return true;
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src === address;
}

/** Fails as an import does, and can be asked again. */
async function fetchFile(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`Failed to fetch code: ${address} (${answer.status})`);
  // It is in the cache when it was read to its end.
  await answer.arrayBuffer();
}

function fetchOnce(address: string): Promise<void> {
  const known = files.get(address);
  if (known !== undefined) return known;
  const coming = isThere(address) ? Promise.resolve() : fetchFile(address);
  files.set(address, coming);
  coming.catch(() => files.delete(address));
  return coming;
}

/** Stands for every `import()` of the built program (vite.config.ts). `names`: the part's own file and those it needs. */
export async function fetchThenImport<Part>(
  load: () => Promise<Part>,
  names: readonly string[] = [],
): Promise<Part> {
  await Promise.all(names.map((name) => fetchOnce(new URL(name, `${window.location.origin}/`).href)));
  return load();
}
