import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SeriesIndex } from '../lib/core/collection/series/series-index.ts';
import type { Series } from '../lib/core/collection/series/series.ts';
import { annotateFile } from '../scripts/annotate-file.ts';
import { clipFigures } from './clipped-figures.ts';

const PAGES = fileURLToPath(new URL('../../shared/pages', import.meta.url));

let index: SeriesIndex;

/** The value of each time of the one series of a subject and organisation. */
function valuesOf(subject: string, organisation: string) {
  const [found, ...others] = index
    .whole()
    .filter(
      (each) => !each.change && each.subject === subject && each.organisation === organisation,
    );
  expect(others).toEqual([]);
  return found?.points.map(({ period, isAssumed, values }) => [
    period + (isAssumed ? ' (bài)' : ''),
    ...values.map(({ written }) => written),
  ]);
}

const disputes = () =>
  index
    .disputes('')
    .map(({ dispute, series, point }) => [
      dispute,
      series.subject,
      ...point.values.map(({ written }) => written),
    ]);

describe.skipIf(!existsSync(PAGES))('the series of the five articles', () => {
  beforeAll(async () => {
    index = new SeriesIndex();
    for (const name of readdirSync(PAGES).filter((file) => file.endsWith('.html'))) {
      const read = await annotateFile(path.join(PAGES, name));
      if ('error' in read) throw new Error(read.error);
      const { title, text, publishedTime } = read;
      const url = `https://example.vn/${name}`;
      const { article, annotations } = await clipFigures({
        title,
        text,
        url,
        ...(publishedTime && { publishedTime }),
      });
      for (const annotation of annotations) index.put(annotation, article);
    }
  });

  it('keep the members of a district apart from those of its parts', () => {
    expect(valuesOf('đảng viên', 'Đảng bộ huyện Ia Pa')).toEqual([['2022-11-14', '1.837']]);
    expect(valuesOf('đảng viên (chi bộ khu dân cư)', 'Đảng bộ huyện Ia Pa')).toEqual([
      ['2022 (bài)', '935'],
    ]);
    expect(valuesOf('đảng viên', 'Đảng bộ huyện Quốc Oai')).toEqual([['2018-09-28', '7.101']]);
  });

  it('keep shares of one whole apart by what they are shares of', () => {
    const ratios = index.whole().filter(({ kind }) => kind === 'ratio');
    for (const { points } of ratios) {
      expect(points.flatMap(({ values }) => values)).toHaveLength(1);
    }
    expect(ratios.length).toBeGreaterThanOrEqual(7);
  });

  it('hold no conflict, for the articles are of four districts and none contradicts itself', () => {
    expect(disputes()).toEqual([]);
  });

  it('join no two districts', () => {
    const districts = (series: Series) =>
      new Set(
        series.points.flatMap(({ values }) =>
          values.flatMap(({ sources }) => sources.map(({ articleId }) => articleId)),
        ),
      );
    for (const series of index.whole()) expect(districts(series).size).toBe(1);
  });

  it('meet a contradiction when an article of the same district and day comes in', async () => {
    const { article, annotations } = await clipFigures({
      title: 'Tin vắn',
      text: 'Đảng bộ huyện Ia Pa hiện có 1.912 đảng viên.',
      publishedTime: '2022-11-14T09:00:00+07:00',
      url: 'https://example.vn/tin-van.html',
    });
    for (const annotation of annotations) index.put(annotation, article);
    expect(disputes()).toEqual([['conflict', 'đảng viên', '1.837', '1.912']]);
    for (const { id } of annotations) index.remove(id);
    expect(disputes()).toEqual([]);
  });
});
