/** Stands for WXT's `#imports` in a bundle that runs in an extension page. */
export const browser = (globalThis as unknown as { chrome: unknown }).chrome;
