import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/**
 * Fails on anything that axe finds against WCAG 2.2 A and AA, naming rule and element.
 * The script goes in through the debugger, so the page's content policy stands as it is.
 */
export async function expectAccessible(page: Page, within = 'body'): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (scope) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: string, options: unknown): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    return (await axe.run(scope, options)).violations;
  }, within);
  const found = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id} (${violation.impact}) at ${node.target.join(' ')}: ${node.failureSummary ?? violation.help}`,
    ),
  );
  expect(found).toEqual([]);
}
