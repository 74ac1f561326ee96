import type { Companion, CompanionOf } from '../lib/core/collection/companion.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { NOW } from './sample-collection.ts';

const uuid = (last: number) => `019c0000-0000-7000-8000-0000000001${String(last).padStart(2, '0')}`;
/** An excerpt of the stored samples. */
const EXCERPT = '019c0000-0000-7000-8000-000000000001';
const look = {
  subtitle: 'Dùng cho lớp bồi dưỡng bí thư chi bộ',
  author: 'Ban Tuyên giáo xã Bến Mới',
  organisation: 'Đảng ủy xã Bến Mới',
  dated: 'Bến Mới, tháng 11/2026',
  introduction: '',
  parts: { cover: true, contents: true, glossary: false, answers: true, sources: true },
  paper: 'A4' as const,
  onlyApproved: false,
};
const modified = NOW.toISOString();

export function pack(fields: Partial<Pack> = {}): Pack {
  return {
    type: 'pack',
    id: uuid(1),
    title: 'Kết nạp đảng viên ở cơ sở',
    ...look,
    sections: [
      {
        id: uuid(11),
        title: 'Kết quả sáu tháng',
        introduction: '',
        items: [
          { type: 'text', id: uuid(12), text: 'Đọc kỹ số liệu trước khi thảo luận.' },
          { type: 'excerpt', id: uuid(13), annotationId: EXCERPT, remark: 'Số liệu chính.' },
          { type: 'article', id: uuid(14), articleId: 'a'.repeat(64), remark: '' },
          { type: 'figures', id: uuid(15), title: '', annotationIds: [EXCERPT], chart: true },
          {
            type: 'question',
            id: uuid(16),
            question: 'Sáu tháng qua đảng bộ kết nạp bao nhiêu đảng viên?',
            answer: '14',
            annotationId: EXCERPT,
          },
        ],
      },
    ],
    created: modified,
    modified,
    ...fields,
  };
}

export function entry(
  fields: Partial<CompanionOf<'programme-entry'>> = {},
): CompanionOf<'programme-entry'> {
  return {
    type: 'programme-entry',
    id: uuid(2),
    keys: ['plan 12-kh/du'],
    excerpts: [EXCERPT],
    distinctFrom: ['plan 12-kh/hu'],
    kind: 'plan',
    number: '12-KH/ĐU',
    issuer: 'Đảng ủy xã Bến Mới',
    date: '2026-02-10',
    term: 'II',
    title: 'Phát triển đảng viên năm 2026',
    aliases: ['Kế hoạch 12'],
    note: '',
    modified,
    ...fields,
  };
}

/** One record of each type. */
export function companions(): Companion[] {
  return [
    pack(),
    entry(),
    {
      type: 'series-judgement',
      id: uuid(3),
      verdict: 'apart',
      of: ['đảng viên/xã bến mới', 'đảng viên/huyện bến'],
      note: 'Hai cấp khác nhau.',
      editor: 'Hà',
      modified,
    },
    {
      type: 'pack-template',
      id: uuid(4),
      name: 'Tập bồi dưỡng',
      ...look,
      sections: [{ id: uuid(41), title: 'Mở đầu', introduction: '' }],
      modified,
    },
  ];
}
