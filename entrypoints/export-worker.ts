import { defineUnlistedScript } from '#imports';
import { serveExport } from '../lib/platform/serve-export.ts';

/** Runs as a worker of the library page: files are made, and their libraries loaded, nowhere else. */
export default defineUnlistedScript(() => serveExport(self));
