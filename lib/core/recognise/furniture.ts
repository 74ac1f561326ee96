import type { Block } from './blocks.ts';

const COUNTER =
  /^[^\p{L}]{0,40}(?:(?:tổng )?(?:số )?(?:lượt (?:xem|truy cập|đọc|tải)|truy cập|thống kê|đã xem|đang (?:online|truy cập|xem)|online|trực tuyến|views?|bình luận|chia sẻ|cỡ chữ|trang|tin|hôm nay|hôm qua|tuần này|tháng này|tất cả))\s?(?:trong tháng|hôm nay|hiện tại)?\s?[:(]?\s?[\d.,\s)»>|]{1,40}$|^[\d.,]{1,12} (?:lượt (?:xem|truy cập|đọc|thích)|bình luận|phản hồi|chia sẻ|phút đọc|views?)$|lượt (?:xem|đọc|truy cập)\s?:|gmt\s?[+-]|©|copyright|^trang \d{1,5} ?\/ ?\d{1,5} ?-/u;
const CONTACT =
  /^[^\p{L}]{0,6}(?:địa chỉ|trụ sở|tòa soạn|tòa nhà|điện thoại|đt|tel|hotline|fax|email|đường dây nóng|giấy phép|gpxb|số tài khoản|mã số thuế|mst|liên hệ|website|hộp thư)\s?(?:số|bạn đọc|quảng cáo|tòa soạn|liên hệ)?\s?[:.(]|(?:điện thoại|đt|tel|fax|hotline|đường dây nóng)\s?:\s?[(+\d]|giấy phép[^.\n]{0,40}số/u;
const STAMP =
  /^(?:cập nhật|ngày đăng|đăng lúc|ngày|thứ \p{L}{2,4}|chủ nhật|xuất bản)[^.\n]{0,24}\d{1,2}[/:-]\d{1,2}[^.\n]{0,30}$/u;
const AGO =
  /^(?:\d{1,3} (?:giây|phút|giờ|ngày|tuần|tháng|năm) ?){1,2}trước$|^[\d.]{1,9} người (?:đang|đã) (?:online|truy cập|xem|bình chọn|đọc)/;
const DIGITS_ONLY = /^[\s\d.,|»«<>•/-]{1,80}$/;
/** When an article came out, with what a counter shows: `14/06/2023 09:15 | 0`. */
const DATE_AND_COUNTER = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\d\s:,.|•·–-]{0,40}$/;
const LINE_LIMIT = 220;

/** Finds page furniture by the shape of its line: counters, clocks, contact and licence lines, page numbers. */
export function findFurniture(lower: string): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < lower.length;) {
    const newline = lower.indexOf('\n', start);
    const end = newline === -1 ? lower.length : newline;
    if (end > start && end - start <= LINE_LIMIT && isFurniture(lower.slice(start, end).trim())) {
      blocks.push({ start, end });
    }
    start = end + 1;
  }
  return blocks;
}

function isFurniture(line: string): boolean {
  if (!/\d/.test(line)) return false;
  if (DIGITS_ONLY.test(line))
    return /^\W*\d{1,2}$|^\d{1,2}[/-](?:0?\d|1[0-2])$|^0?1[/-]\d{1,2}$|^(?:\d{1,3}[\s|»>]{1,3}){2}/.test(
      line,
    );
  return (
    DATE_AND_COUNTER.test(line) ||
    AGO.test(line) ||
    COUNTER.test(line) ||
    CONTACT.test(line) ||
    STAMP.test(line)
  );
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"”]{1,200}/g;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g;
const SITE =
  /[\w-]{1,40}\.(?:(?:gov|com|org|edu|dcs)\.)?(?:vn|com|net|org)(?![\w])(?:\/[^\s]{0,200})?/g;
const PHONE =
  /(?<![\d.,])(?:\+84|\(?0\d{2,4}\)?)[\s.-]{0,2}\d{2,4}(?:[\s.-]{1,2}\d{2,4}){1,3}(?!\d)|(?<![\d.,])0\d{9,10}(?!\d)|(?<![\d.,])1[89]00[\s.-]?\d{4,6}(?!\d)/g;

/** Each with what a text must hold for it to be worth a pass. */
const CONTACTS: readonly [RegExp, RegExp][] = [
  [LINK, /https?:|www\./],
  [MAIL, /@/],
  [SITE, /\.(?:vn|com|net|org)/],
  [PHONE, /\+84|0\d\d|1[89]00/],
];

/** Finds web addresses and telephone numbers within the text. */
export function findContacts(lower: string): Block[] {
  return CONTACTS.flatMap(([pattern, hint]) =>
    hint.test(lower)
      ? Array.from(lower.matchAll(pattern), ({ index, 0: { length } }) => ({
          start: index,
          end: index + length,
        }))
      : [],
  );
}
