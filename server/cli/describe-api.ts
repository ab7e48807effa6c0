import { apiDescription } from '../http/describe.ts';

/** Prints the description of the API: run by the build, which serves it as a file. */
process.stdout.write(await apiDescription());
