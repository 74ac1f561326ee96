import { describe, expect, it } from 'vitest';
import { parsePublishedTime, readDateLine } from '../lib/core/published-time.ts';
import { isPersonName, readSignature } from '../lib/core/signature.ts';
import { isBoxLabel, isFurnitureLine } from '../lib/dom/furniture-lines.ts';

describe('when an article appeared, in every form seen', () => {
  it.each([
    ['2022-11-14T06:10:00+07:00', '2022-11-14T06:10:00+07:00'],
    ['2022-11-14T06:10+0700', '2022-11-14T06:10:00+07:00'],
    ['2022-11-13T23:10:00.000Z', '2022-11-13T23:10:00Z'],
    ['2022-11-14 06:10:00', '2022-11-14T06:10:00+07:00'],
    ['2022-11-14', '2022-11-14'],
    ['Thứ Hai, 09/09/2019, 06:07 [GMT+7]', '2019-09-09T06:07:00+07:00'],
    ['16:29, Thứ Hai, 22/07/2019 (GMT+7)', '2019-07-22T16:29:00+07:00'],
    ['Cập nhật lúc 22:26, Thứ Ba, 23/07/2019', '2019-07-23T22:26:00+07:00'],
    ['Thứ bảy, 7/3/2026, 00:05 (GMT+7)', '2026-03-07T00:05:00+07:00'],
    ['07-03-2026 - 00:01 AM', '2026-03-07T00:01:00+07:00'],
    ['07-03-2026 - 08:15 PM', '2026-03-07T20:15:00+07:00'],
    ['3-5-2023 | 8:05 CH', '2023-05-03T20:05:00+07:00'],
    ["18/10/2017 22:12'", '2017-10-18T22:12:00+07:00'],
    ["10:15' - 07/03/2026", '2026-03-07T10:15:00+07:00'],
    ['Ngày đăng: 11/07/2017', '2017-07-11'],
    ['08/11/2020 - Lượt xem: 1807', '2020-11-08'],
    ['Thứ Hai, ngày 20 tháng 7 năm 2026 - 06:31', '2026-07-20T06:31:00+07:00'],
    ['12 Tháng Ba, 2023', '2023-03-12'],
    ['9 giờ 05, ngày 3/8/2022', '2022-08-03T09:05:00+07:00'],
    ['11/28/2022 6:10:00 AM', '2022-11-28T06:10:00+07:00'],
    ['Thứ tư, 07.08.2024 07:15 UTC+07:00', '2024-08-07T07:15:00+07:00'],
  ])('%s', (text, time) => {
    expect(parsePublishedTime(text)).toBe(time);
    expect(parsePublishedTime(text.normalize('NFD'))).toBe(time);
  });

  it.each([
    '22/7',
    'ngày 3.10',
    '31/02/2020',
    '0:00 / 0:00',
    'số 403/2017/NQLT',
    'quý I/2023',
    '12/13/14/2020',
    'tháng 5-2022',
    '',
  ])('is not read from %j', (text) => expect(parsePublishedTime(text)).toBeUndefined());

  it('the rest of the line is given for what it is', () => {
    expect(readDateLine('08/11/2020 - Lượt xem: 1807')?.rest).toBe('Lượt xem: 1807');
    expect(readDateLine('Hoài Thu - Thứ Hai, 14/11/2022 06:10')?.rest).toBe('Hoài Thu');
  });
});

describe('who signs an article', () => {
  it.each([
    ['LƯƠNG HÀ (thực hiện)', { byline: 'Lương Hà' }],
    ['Tin, ảnh: Hoài Thu', { byline: 'Hoài Thu' }],
    ['Bài và ảnh: MAI HÀ', { byline: 'Mai Hà' }],
    ['Tác giả: Ban Tuyên giáo Huyện ủy', { byline: 'Ban Tuyên giáo Huyện ủy' }],
    ['Thu Cúc/TTXVN', { byline: 'Thu Cúc' }],
    ['H’Linh Niê - Y Bin', { byline: 'H’Linh Niê - Y Bin' }],
    ['P.V', { byline: 'P.V' }],
    [
      'Nguồn: Cổng thông tin điện tử huyện Tân Khê',
      { source: 'Cổng thông tin điện tử huyện Tân Khê' },
    ],
    ['(Theo Báo Hòa Lâm)', { source: 'Báo Hòa Lâm' }],
    ['Theo baohoalam.vn', { source: 'baohoalam.vn' }],
    ['Ảnh: T.H', {}],
  ])('%s', (line, signature) => expect(readSignature(line)).toEqual(signature));

  it.each([
    'Những việc làm thiết thực',
    'Theo kế hoạch, huyện sẽ làm 12 km đường.',
    'Huyện ủy Tân Khê',
    'Xin cảm ơn ông!',
    'Năm 2022',
    'BÁO HÒA LÂM',
    'Kết quả',
  ])('nobody is named in %j', (line) => expect(readSignature(line)).toBeUndefined());

  it('a body is not a person', () => {
    expect(isPersonName('Đoàn Văn Tư')).toBe(true);
    expect(isPersonName('Ban Dân Vận')).toBe(false);
  });
});

describe('lines that are the page’s and not the article’s', () => {
  it.each([
    'Lượt xem: 1.807',
    '1807 lượt xem',
    '0:00 / 0:00',
    '0:00',
    'Nam miền Bắc',
    'A- A+',
    'LÊN ĐẦU TRANG',
    '(Bấm vào đây để nhận mã)',
    'null',
    'content:',
    '.',
    ';',
    'Nhập chú thích ảnh',
    'The request was aborted: Could not create SSL/TLS secure channel.',
    'Theo dõi Báo Hòa Lâm trên Google News',
    'Từ khóa: chi bộ, đảng viên',
    'Giấy phép số 77/GP-TTĐT cấp ngày 2-3-2016',
    'Điện thoại: (0299) 3.555.444',
    'Ông Tư bên vườn mẫu ảnh 2',
    'Chia sẻ Facebook',
    '>> Bến Đò gắn biển 3 công trình',
  ])('%s', (line) => expect(isFurnitureLine(line)).toBe(true));

  it.each([
    'Đến nay có 1.807 lượt hộ vay vốn.',
    'Chia sẻ với chúng tôi, ông Tư nói thôn còn 7 hộ nghèo.',
    'Bàu Sen\t51\t94,1%',
    'Ảnh: T.H và 2 cộng sự chụp ngày khánh thành cầu treo dài 42 m',
    '12%',
    'In 2.000 cuốn tài liệu phát về chi bộ',
    'Trang trại của ông Tư có 120 con bò',
    'Email được gửi tới 38 chi bộ.',
  ])('but not %j', (line) => expect(isFurnitureLine(line)).toBe(false));

  it('a label opens a box only where it stands alone', () => {
    expect(isBoxLabel('TIN LIÊN QUAN:')).toBe(true);
    expect(isBoxLabel('Bình luận (12)')).toBe(true);
    expect(isBoxLabel('Tin liên quan đến vụ việc đang được xác minh.')).toBe(false);
  });
});
