import { defineUnlistedScript } from '#imports';
import { serveLibrary } from '../lib/platform/library-channel.ts';

/** Runs as a worker of the library page: the collection is read, searched and changed here, off the thread that draws. */
export default defineUnlistedScript(() => serveLibrary(self));
