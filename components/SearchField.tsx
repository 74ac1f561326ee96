import { useEffect, useRef } from 'preact/hooks';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { isTyping } from './use-list-keys.ts';

interface SearchFieldProps {
  text: string;
  onText: (text: string) => void;
}

/** What can be typed, with an example each. */
const EXAMPLES: readonly (readonly [string, MessageKey])[] = [
  ['đảng viên', 'search_words'],
  ['"sinh hoạt chi bộ"', 'search_phrase'],
  ['43,4 triệu', 'search_number'],
  ['thẻ:"nông thôn mới"', 'search_tag'],
  ['đơn vị:%', 'search_unit'],
  ['nguồn:baogialai', 'search_outlet'],
  ['loại:"số tiền"', 'search_kind'],
  ['đối tượng:"đảng viên"', 'search_subject'],
  ['địa bàn:"xã Mẫu"', 'search_organisation'],
  ['thời điểm:2022', 'search_period'],
  ['văn bản:05-CT/TW', 'search_programme'],
  ['trạng thái:"đã duyệt"', 'search_state'],
  ['kiểm tra:"không khớp"', 'search_check'],
  ['thiếu:"thời điểm"', 'search_missing'],
  ['cùng ghi:"khác số"', 'search_agreement'],
  ['năm:2020', 'search_year'],
  ['sau:6/2020', 'search_after'],
  ['trước:15/7/2020', 'search_before'],
  ['-nháp', 'search_not'],
];

/** Where the reader types what to look for; `/` leads there from anywhere. */
export function SearchField({ text, onText }: SearchFieldProps) {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOurs =
        event.key === '/' && !isTyping(event) && !document.querySelector('dialog[open]');
      if (!isOurs || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="search-field">
      <label>
        {t('library_search')}
        <input
          ref={field}
          type="search"
          value={text}
          placeholder={t('library_search_hint')}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      </label>
      <details>
        <summary class="link">{t('search_how')}</summary>
        <dl>
          {EXAMPLES.map(([example, words]) => (
            <div key={example}>
              <dt>
                <button type="button" class="link" onClick={() => onText(example)}>
                  <code>{example}</code>
                </button>
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
