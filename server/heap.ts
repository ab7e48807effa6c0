import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap may grow past what is in use before V8 collects, in percent; 8 MB in any case
 * (Heap::MinimumAllocationLimitGrowingStep). By itself V8 lets a server that is typed into for an hour grow to several
 * times what it uses, since there is so much memory in the machine.
 */
const GROWTH = 60;

// Imported before everything else: how far the heap grows is reckoned at the end of each collection, and the first comes while
// the program is read. Holds for threads as well.
setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
