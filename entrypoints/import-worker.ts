import { defineUnlistedScript } from '#imports';
import { serveImport } from '../lib/platform/serve-import.ts';

/** Runs as a worker of the library page: a file is read, judged and written down here, off the thread that draws. */
export default defineUnlistedScript(() =>
  serveImport(self, {
    now: () => new Date(),
    digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  }),
);
