/** Paragraphs of an article about a place, each with a number of its own: `base`, `base + 1`, … */
export function paragraphs(place: string, base: number, count = 6): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p>Ở ${place}, chi bộ thôn thứ ${at + 1} vận động được ${base + at} hộ hiến đất làm đường, bà con cùng nhau san ` +
      'nền từ mờ sáng đến tối mịt, người góp công, người góp của, ai nấy đều vui vì đường về bản đã rộng hơn trước.</p>',
  ).join('\n');
}

/** The heading of the article about a place. */
export const title = (place: string) => `${place}: Đường mới về bản sau một mùa rẫy`;

/** The article itself, its heading, day and paragraphs. */
export const article = (place: string, base: number) =>
  `<article><h1>${title(place)}</h1><time datetime="2024-03-05T08:00:00+07:00">05/03/2024</time>` +
  `${paragraphs(place, base)}</article>`;

/** A page of some content, with more in its head if need be. */
export const pageOf = (name: string, content: string, head = '') =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${name}</title>${head}<body>${content}</body></html>`;
