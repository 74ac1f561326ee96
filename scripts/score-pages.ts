import type { Mention } from '../lib/core/annotation.ts';

/** What a page must give, in the shape of `expected.json`. */
export interface ExpectedPage {
  refused?: string;
  title?: string;
  byline?: string | null;
  publishedAt?: string;
  site?: string;
  source?: string;
  lead?: string;
  first?: string;
  last?: string;
  never?: string[];
  figures?: string[];
  programmes?: string[];
}

/** What `annotate` prints for a page, as far as it is scored. */
export interface ReadPage {
  error?: string;
  title?: string;
  byline?: string;
  publishedTime?: string;
  siteName?: string;
  source?: string;
  text?: string;
  mentions?: readonly Pick<Mention, 'type' | 'exact'>[];
}

export interface PageCheck {
  what: string;
  passed: boolean;
  got: string;
}

/** Checks one page's provenance and text, as the shared `pages.py` does. */
export function checkPage(expected: ExpectedPage, page: ReadPage | undefined): PageCheck[] {
  if (expected.refused) {
    return [{ what: 'refused', passed: !page?.text, got: page?.error ?? page?.text ?? '' }];
  }
  if (!page?.text || page.error) {
    const got = page?.error ?? 'no answer';
    return Object.keys(expected).map((what) => ({ what, passed: false, got }));
  }
  return [...checkProvenance(expected, page), ...checkText(expected, page)];
}

function checkProvenance(expected: ExpectedPage, page: ReadPage): PageCheck[] {
  const checks: PageCheck[] = [];
  const check = (what: string, passed: boolean, got: string | undefined) =>
    checks.push({ what, passed, got: got ?? '' });
  if (expected.title) check('title', plain(page.title) === plain(expected.title), page.title);
  if ('byline' in expected) {
    const [want, got] = [plain(expected.byline), plain(page.byline)];
    check('byline', got === want || (want !== '' && got.includes(want)), page.byline);
  }
  if (expected.publishedAt) {
    const [want, got] = [expected.publishedAt, page.publishedTime ?? ''];
    const sameClock = want.length <= 10 || got.slice(11, 16) === want.slice(11, 16);
    check('published', got.slice(0, 10) === want.slice(0, 10) && sameClock, got);
  }
  if (expected.site) {
    const [want, got] = [plain(expected.site), plain(page.siteName)];
    check('site', got.includes(want) || (got !== '' && want.includes(got)), page.siteName);
  }
  if (expected.source) {
    check('source', plain(page.source).includes(plain(expected.source)), page.source);
  }
  return checks;
}

function checkText(expected: ExpectedPage, page: ReadPage): PageCheck[] {
  const text = plain(page.text);
  const checks: PageCheck[] = [];
  if (expected.lead) {
    const times = text.split(plain(expected.lead).slice(0, 45)).length - 1;
    checks.push({ what: 'lead once', passed: times === 1, got: String(times) });
  }
  if (expected.first) {
    checks.push({
      what: 'first',
      passed: text.includes(plain(expected.first)),
      got: text.slice(0, 80),
    });
  }
  if (expected.last) {
    checks.push({
      what: 'last',
      passed: text.includes(plain(expected.last)),
      got: text.slice(-80),
    });
  }
  for (const words of expected.never ?? []) {
    checks.push({ what: `never ${words}`, passed: !text.includes(plain(words)), got: '' });
  }
  const exacts = (type: Mention['type']) =>
    (page.mentions ?? [])
      .filter((mention) => mention.type === type)
      .map(({ exact }) => plain(exact));
  for (const figure of expected.figures ?? []) {
    const passed = exacts('figure').includes(plain(figure));
    checks.push({ what: `figure ${figure}`, passed, got: '' });
  }
  for (const programme of expected.programmes ?? []) {
    const want = plain(programme);
    const passed = exacts('programme').some((got) => got.includes(want) || want.includes(got));
    checks.push({ what: `programme ${programme}`, passed, got: '' });
  }
  return checks;
}

function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replaceAll('\u200B', '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}
