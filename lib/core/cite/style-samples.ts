import type { Cited } from '../citation.ts';

const CAPTURED = '2026-11-22T03:00:00Z';

/** Articles that a style must be able to cite before it is kept: one of which all is known, one of which hardly anything is. */
export const STYLE_SAMPLES: readonly Cited[] = [
  {
    title: 'Chi bộ hai thôn',
    byline: 'Nguyễn Văn Mẫu, Trần Thị B',
    siteName: 'Báo Ví Dụ',
    publishedTime: '2026-11-20',
    url: 'https://bao.example.vn/hai-thon',
    captured: CAPTURED,
  },
  { title: '', url: 'https://bao.example.vn/', captured: CAPTURED },
];
