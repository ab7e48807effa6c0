import type { ImportedText, ImportWarning } from '../model/file.ts';
import type { NewId } from '../model/ids.ts';
import { block } from './block.ts';
import { paragraphsFrom } from './classify.ts';
import { withoutControls } from './controls.ts';
import { plainBlocks } from './plain-blocks.ts';
import { warningsOf } from './warnings.ts';

/** Reads plain text: one paragraph a block. */
export function readTxt(source: string, newId: NewId): ImportedText {
  const { text, dropped } = withoutControls(source);
  const { blocks, joined } = plainBlocks(text);
  const warnings: ImportWarning[] = warningsOf({
    'line-breaks-joined': joined,
    'control-characters-dropped': dropped,
  });
  return {
    paragraphs: paragraphsFrom(
      blocks.map((words) => block([{ text: words }])),
      newId,
    ),
    warnings,
  };
}
