/**
 * Loaded into the server that is measured (`--import`): looks at the event loop without a rest and tells whoever started
 * the process how long the longest piece of work took that let nothing else happen. Any message asks for the figure, in
 * milliseconds, since the one before.
 */
if (process.send !== undefined) {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    setImmediate(look);
  };
  setImmediate(look);
  process.on('message', () => {
    process.send(longest);
    longest = 0;
    last = performance.now();
  });
}
