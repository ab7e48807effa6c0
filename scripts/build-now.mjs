/** Builds into dist/ what is stale. */
import { build } from './build.mjs';

await build();
