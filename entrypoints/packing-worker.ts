import { defineUnlistedScript } from '#imports';
import { servePacking } from '../lib/platform/packing-worker.ts';

/** Runs as a worker of the one that makes a file: packing takes as long as all the rest. */
export default defineUnlistedScript(() => servePacking(self));
