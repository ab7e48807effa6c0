import type { SampleBlock } from './block.ts';

/** Keys of the sample participants who write: see people.ts. */
export type SampleWriter = 'facilitator' | 'drafter-1' | 'drafter-2' | 'drafter-3';

/** One act of drafting on the sample text. `text` uses the same `_italic_` notation as the blocks. */
export type SampleEdit = { readonly by: SampleWriter } & (
  | { readonly act: 'replace'; readonly key: string; readonly old: string; readonly new: string }
  | { readonly act: 'insert'; readonly after: string; readonly block: SampleBlock }
  | { readonly act: 'remove'; readonly key: string }
  | { readonly act: 'move'; readonly key: string; readonly after: string }
  | { readonly act: 'split'; readonly key: string; readonly before: string; readonly newKey: string }
  | { readonly act: 'join'; readonly key: string; readonly next: string }
);
