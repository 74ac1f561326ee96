import type { PackContent } from '../lib/core/pack/pack-content.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { contentOf, packArticles, type About, type PackedCollection } from './pack-of-articles.ts';

const OUTLET = { siteName: 'Báo Ví Dụ', byline: 'Nguyễn Văn Mẫu' };

const ABOUT: readonly About[] = [
  {
    ...OUTLET,
    file: 'chi-bo-khu-cong-nghiep.txt',
    theme: 'Kết nạp đảng viên trong công nhân',
    title: 'Chi bộ khu phố giữa hai khu công nghiệp',
    publishedTime: '2023-03-20T06:07:00+07:00',
  },
  {
    ...OUTLET,
    file: 'chi-bo-truong-hoc.txt',
    theme: 'Kết nạp đảng viên trong trường học',
    title: 'Những đảng viên tuổi học trò',
    publishedTime: '2022-05-19T08:00:00+07:00',
  },
  {
    ...OUTLET,
    file: 'phu-nu-5-khong-3-sach.txt',
    theme: 'Vận động quần chúng từ những việc cụ thể',
    title: 'Phụ nữ và cuộc vận động “5 không, 3 sạch”',
    publishedTime: '2024-10-20T07:30:00+07:00',
  },
];

/** A trainer's pack made of the project's own articles, with everything a pack can have. */
export function ownPackedCollection(fields: Partial<Pack> = {}): Promise<PackedCollection> {
  return packArticles(new URL('corpus/', import.meta.url), ABOUT, {
    title: 'Phát triển đảng viên ở cơ sở: những cách làm từ thực tế',
    subtitle: 'Tài liệu sinh hoạt chuyên đề quý IV năm 2026',
    introduction:
      'Tập tài liệu này chọn ba bài báo viết về công tác xây dựng Đảng ở cơ sở.\nMỗi bài có các trích đoạn chính, toàn văn và câu hỏi thảo luận; đáp án ở trang cuối.',
    ...fields,
  });
}

/** That pack as it is written. */
export async function ownPack(fields: Partial<Pack> = {}): Promise<PackContent> {
  return contentOf(await ownPackedCollection(fields));
}
