/** Calls what composes patterns only when called, so that those are judged too. */
export async function exercise(): Promise<void> {
  const [{ recognise }, { describeQuote, matchQuote }, { siteNameIn }] = await Promise.all([
    import('../../lib/core/recognise/recognise.ts'),
    import('../../lib/core/selector.ts'),
    import('../../lib/dom/article-title.ts'),
  ]);
  const text = 'Đảng bộ xã có 37 chi bộ (đạt 100%).';
  recognise(text);
  matchQuote(text.replace('37', '38'), describeQuote(text, { start: 0, end: text.length }));
  siteNameIn('Đảng bộ xã - Báo Bến Đò', 'Đảng bộ xã');
}
