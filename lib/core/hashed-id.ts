import { sha256 } from './sha256.ts';

/**
 * Makes the UUID (version 8, RFC 9562 §5.8) of what it stands for, the same on every machine: 122 bits of the SHA-256.
 * `pack/1a2b` → `3f0c8e52-91d7-8a4b-8c60-…`.
 */
export function hashedId(of: string): string {
  const hash = sha256(of);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
