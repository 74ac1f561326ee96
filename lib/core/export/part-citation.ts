import { webUrl } from '../collection/passage-link.ts';
import type { ReportSource } from './source-list.ts';

/** A citation parted around the address in it. */
export interface PartedCitation {
  before: string;
  /** As it is cited, and as browsers write it. */
  address?: { text: string; url: string };
  after: string;
}

/**
 * Parts a source's citation around its address, so that it can be followed; all of it is `before` where it names none of
 * the web. `“Bài”, https://bao.vn/a, truy cập…` → `“Bài”, ` · `https://bao.vn/a` · `, truy cập…`
 */
export function partCitation({
  citation,
  address,
}: Pick<ReportSource, 'citation' | 'address'>): PartedCitation {
  const url = webUrl(address);
  const at = url ? citation.indexOf(address) : -1;
  if (!url || at < 0) return { before: citation, after: '' };
  const end = at + address.length;
  return {
    before: citation.slice(0, at),
    address: { text: address, url },
    after: citation.slice(end),
  };
}
