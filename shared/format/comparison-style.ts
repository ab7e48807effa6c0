/** Style sheet of the stand-alone comparison file: readable on screen, in print and without colour. */
export const COMPARISON_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #5d5a54; --line: #d9d5cc; --paper: #fdfcfa;
  --in: #0b5c34; --in-back: #e3f3e8; --out: #9b1c1c; --out-back: #fbe9e7; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae5; --quiet: #a8a49b; --line: #45423c; --paper: #1d1c1a;
  --in: #8fd9ad; --in-back: #17382a; --out: #f2a49c; --out-back: #42201d; } }
body { font: 1.05rem/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper);
  max-inline-size: 46rem; margin: 2rem auto; padding-inline: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
header p, .kind, .ghost, summary, caption, th { color: var(--quiet); font-family: system-ui, sans-serif; font-size: .875rem; }
article { display: grid; grid-template-columns: 7rem 1fr; column-gap: 1rem; border-block-start: 1px solid var(--line);
  padding-block: .6rem; }
article.edited { border-inline-start: .25rem solid var(--ink); padding-inline-start: .75rem; }
article .label { font-variant-numeric: tabular-nums; }
article p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
ins { color: var(--in); background: var(--in-back); text-decoration: underline; text-decoration-thickness: 2px; }
del { color: var(--out); background: var(--out-back); text-decoration: line-through; }
.ghost { padding-block: .4rem; margin: 0; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .2rem 1rem .2rem 0; border-block-end: 1px solid var(--line); }
a { color: inherit; }
@media (max-width: 34rem) { article { grid-template-columns: 1fr; } }
@media print { body { max-inline-size: none; margin: 0; } article { break-inside: avoid; } }
`;
