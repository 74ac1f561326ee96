import { defineUnlistedScript } from '#imports';
import { serveCiting } from '../lib/platform/serve-citing.ts';

/** Runs as a worker of whoever has articles to cite in a style: what knows the styles is loaded nowhere else. */
export default defineUnlistedScript(() => serveCiting(self));
