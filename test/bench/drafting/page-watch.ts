/** What a page did while it was watched, in ms each. */
export interface PageTimes {
  /** Handlers of socket frames, by message type (0 text, 1 presence). */
  readonly frames: readonly (readonly [type: number, ms: number])[];
  /** Callbacks of animation frames. */
  readonly drawing: readonly number[];
  /** From a key until the next frame is painted, and until the page began to deal with it. */
  readonly keys: readonly (readonly [painted: number, delay: number])[];
  /** Tasks over 50 ms (Long Tasks API). */
  readonly longTasks: readonly number[];
}

/** Runs in the page before anything of it: wraps what frames and keys go through. */
export const WATCH_PAGE = `(() => {
  const watched = { on: false, frames: [], drawing: [], keys: [], longTasks: [] };
  globalThis.watched = watched;
  const onmessage = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    ...onmessage,
    set(handler) {
      onmessage.set.call(this, handler === null ? null : (event) => {
        const began = performance.now();
        handler.call(this, event);
        if (watched.on && event.data instanceof ArrayBuffer)
          watched.frames.push([new Uint8Array(event.data)[0], performance.now() - began]);
      });
    },
  });
  const raf = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (draw) => raf((time) => {
    const began = performance.now();
    draw(time);
    if (watched.on) watched.drawing.push(performance.now() - began);
  });
  addEventListener('keydown', (event) => {
    if (!watched.on) return;
    const delay = performance.now() - event.timeStamp;
    raf(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => watched.keys.push([performance.now() - event.timeStamp, delay]);
      port2.postMessage(null);
    });
  }, { capture: true });
  new PerformanceObserver((list) => {
    if (watched.on) for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
  }).observe({ type: 'longtask' });
})()`;

/** `p50 / p95 / max` of numbers, in ms. */
export function spread(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'none';
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number).toFixed(1);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)} ms (${numbers.length})`;
}
