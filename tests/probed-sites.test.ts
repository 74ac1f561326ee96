import { describe, expect, it, vi } from 'vitest';

vi.mock('#imports', () => ({ browser: {} }));
const { probedSites } = await import('../lib/platform/sites.ts');

describe('where pages are looked at unasked', () => {
  it('is every allowed site, chosen for or not', () => {
    expect(probedSites(['*://a.vn/*', '*://*.b.vn/*'], { '*.b.vn': 'ask' })).toEqual({
      matches: ['*://a.vn/*', '*://*.b.vn/*'],
      excludeMatches: [],
    });
  });

  it('is no site that was switched off, though the browser would still let it', () => {
    expect(probedSites(['*://a.vn/*', '*://*.b.vn/*'], { '*.b.vn': 'off' })).toEqual({
      matches: ['*://a.vn/*'],
      excludeMatches: ['*://*.b.vn/*'],
    });
  });

  it('leaves one host alone inside a wildcard that is read', () => {
    expect(probedSites(['*://*.gov.vn/*'], { 'xa.gov.vn': 'off' })).toEqual({
      matches: ['*://*.gov.vn/*'],
      excludeMatches: ['*://xa.gov.vn/*'],
    });
  });

  it('still is the one site that is on inside a wildcard that is off', () => {
    const sites = { '*.gov.vn': 'off', 'xa.gov.vn': 'on' } as const;
    expect(probedSites(['*://*.gov.vn/*', '*://xa.gov.vn/*'], sites)).toEqual({
      matches: ['*://xa.gov.vn/*'],
      excludeMatches: [],
    });
  });

  it('is nothing where nothing is allowed', () => {
    expect(probedSites([], { 'a.vn': 'on' })).toEqual({ matches: [], excludeMatches: [] });
  });
});
