/** Small words with which a sentence goes on behind a name; alternatives for a pattern. */
export const PARTICLES =
  'đã|đang|sẽ|được|là|với|tại|trên|trong|theo|cho|vào|ở|đến|từ|do|thì|có|còn|nêu|ra|đi|mà|nhằm|để|gắn|cũng|vẫn|như|cùng|phải|' +
  'của|về|và|hay|hoặc|bằng|qua|sau|khi|nên|đối|tới|này|gồm|luôn|chưa|đạt|chỉ|mang lại|góp phần|xác định|yêu cầu|nhấn mạnh|' +
  'khẳng định|đề ra|bước đầu|ban hành|hiện|một|không(?= (?:phải|chỉ|có|được|còn))';

/** Ends a word in a pattern. */
export const WORD_END = '(?![\\p{L}\\p{M}])';

/** What stands behind a whole name: the sentence's end, a mark, or a particle. */
export const GOES_ON = ` ?(?:$|[.,;:)\\]!?…"”’\\n]| ?[-–(]| (?:${PARTICLES}|quy định|giai đoạn|ngày|khóa|Bộ|Ban|Trung ương|Tỉnh|Huyện|Thành|Chính|Thủ)${WORD_END})`;
