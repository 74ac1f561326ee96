const CLAIM = String.raw`(?:=|đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ)(?: (?:tỷ lệ|tỉ lệ|là|khoảng|gần|trên|hơn|với))*`;
/** `(31,3%)`, `(đạt tỷ lệ 100%)`. */
const OPENED = new RegExp(`^[^;.\\n%]{0,90}\\( ?(?:${CLAIM} ?)?$`);
/** ` đạt 100%`, `, chiếm 75%`, ` đạt chuẩn, chiếm 80%`: after a comma, the claim itself. */
const CLAIMED = new RegExp(`^(?:[^,;.\\n%]{0,60}(?:,| -| –))? ?${CLAIM} ?$`);

/** Whether the words between a part and a percentage say that it is the part's share: `" đạt chuẩn, chiếm "` → true. */
export function isShareClaimed(between: string): boolean {
  return OPENED.test(between) || CLAIMED.test(between);
}
