import type { Clip } from './clip.ts';

/**
 * The excerpts of a clip as plain text, each with its remarks and source, for a reader to copy by hand.
 * One of `Kết nạp 7 đảng viên.` with a note → `“Kết nạp 7 đảng viên.”⏎Hỏi lại⏎Tên bài – https://bao.vn/a`.
 */
export function clipText({ article, annotations }: Clip): string {
  const source = `${article.title} – ${article.url}`;
  return annotations
    .map(({ target, tags, note }) => {
      const lines = [`“${target.selector[0].exact}”`, tags.join(', '), note, source];
      return lines.filter((line) => line !== '').join('\n');
    })
    .join('\n\n');
}
