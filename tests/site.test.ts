import { describe, expect, it } from 'vitest';
import { siteGroups } from '../lib/core/site-groups.ts';
import {
  chosenMode,
  covers,
  hostOfPattern,
  patternOf,
  siteName,
  sitePattern,
  typedHost,
} from '../lib/core/site.ts';
import en from '../public/_locales/en/messages.json' with { type: 'json' };
import vi from '../public/_locales/vi/messages.json' with { type: 'json' };

describe('the site a reader allows', () => {
  it('is asked for by its own host, whatever scheme, port or path the page has', () => {
    expect(sitePattern('https://baogialai.com.vn:8443/tin/1.html?a#b')).toBe(
      '*://baogialai.com.vn/*',
    );
  });

  it('is never a page of the browser, of an extension or of the disk', () => {
    for (const address of ['about:blank', 'chrome://extensions', 'file:///a.html', 'moz']) {
      expect(sitePattern(address)).toBeUndefined();
    }
  });

  it.each([
    ['baogialai.com.vn', '*.baogialai.com.vn'],
    ['www.BaoGiaLai.com.vn', '*.baogialai.com.vn'],
    [' https://www.baogialai.com.vn/xay-dung-dang/bai-1.html ', '*.baogialai.com.vn'],
    ['tanyen.bacgiang.gov.vn/tin', '*.tanyen.bacgiang.gov.vn'],
    ['báo.vn', '*.xn--bo-mia.vn'],
    ['http://127.0.0.1:8080/a', '127.0.0.1'],
    ['http://[::1]/', undefined],
    ['Báo Gia Lai', undefined],
    ['vn', undefined],
    ['', undefined],
    ['file:///a.html', undefined],
    ['javascript:alert(1)', undefined],
  ])('is taken from what was typed: “%s”', (typed, host) => {
    expect(typedHost(typed)).toBe(host);
  });

  it('is named without the signs of its pattern, and “all sites” is told from one', () => {
    expect(siteName('*://*.baogialai.com.vn/*')).toBe('baogialai.com.vn');
    expect(hostOfPattern('<all_urls>')).toBe('*');
    expect(hostOfPattern('*://*/*')).toBe('*');
  });
});

describe('which choice holds for a page', () => {
  it('takes subdomains in under a wildcard, and no other site that ends alike', () => {
    expect(covers('*.bao.vn', 'bao.vn')).toBe(true);
    expect(covers('*.bao.vn', 'tin.bao.vn')).toBe(true);
    expect(covers('*.bao.vn', 'nguoibao.vn')).toBe(false);
    expect(covers('bao.vn', 'tin.bao.vn')).toBe(false);
    expect(covers('bao.vn', '*.bao.vn')).toBe(false);
    expect(covers('*.gov.vn', '*.gialai.gov.vn')).toBe(true);
    expect(covers('*', 'bao.vn')).toBe(true);
  });

  it('is the narrowest one: a commune switched off stays off though all .gov.vn is on', () => {
    const sites = { '*': 'ask', '*.gov.vn': 'on', '*.gialai.gov.vn': 'ask' } as const;
    expect(chosenMode({ ...sites, 'iapa.gialai.gov.vn': 'off' }, 'iapa.gialai.gov.vn')).toBe('off');
    expect(chosenMode(sites, 'iapa.gialai.gov.vn')).toBe('ask');
    expect(chosenMode(sites, 'moha.gov.vn')).toBe('on');
    expect(chosenMode(sites, 'bao.vn')).toBe('ask');
    expect(chosenMode({}, 'bao.vn')).toBeUndefined();
  });
});

describe('the sites offered', () => {
  const offered = siteGroups.flatMap(({ sites }) => sites);

  it('are each a host that browsers take for a pattern, offered once', () => {
    for (const { host } of offered) {
      expect(host).toMatch(/^\*(\.[a-z\d-]+)+\.(vn|net)$/);
      expect(typedHost(host.slice(2))).toBe(host);
      expect(hostOfPattern(patternOf(host))).toBe(host);
    }
    expect(new Set(offered.map(({ host }) => host)).size).toBe(offered.length);
    expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length);
  });

  it('are in no group twice over: no wildcard of a group holds another of its sites', () => {
    for (const { sites } of siteGroups) {
      for (const { host } of sites) {
        expect(sites.filter((other) => covers(host, other.host))).toHaveLength(1);
      }
    }
  });

  it('give a reason for every group, in both languages', () => {
    for (const { id, sites } of siteGroups) {
      expect(sites.length).toBeGreaterThan(0);
      for (const words of [vi, en] as Record<string, unknown>[]) {
        expect(words).toHaveProperty(`sites_group_${id}`);
        expect(words).toHaveProperty(`sites_group_${id}_why`);
      }
    }
  });
});
