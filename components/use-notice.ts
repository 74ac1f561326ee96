import { useCallback, useState } from 'preact/hooks';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { NoticeProps } from './Notice.tsx';

type Said = Omit<NoticeProps, 'tone'>;

/** The one notice shown, and a way to run work so that its end, good or bad, is told there. */
export function useNotice() {
  const t = useTranslate();
  const [notice, setNotice] = useState<NoticeProps>();
  const close = useCallback(() => setNotice(undefined), []);
  /** Gives whether the work succeeded. */
  const attempt = async <Value>(
    work: Promise<Value>,
    say?: (value: Value) => Said,
  ): Promise<boolean> => {
    try {
      const value = await work;
      setNotice(say && { ...say(value), tone: 'good' });
      return true;
    } catch (error) {
      setNotice({ text: t(messageKeyOf(error)), tone: 'bad' });
      return false;
    }
  };
  return { notice, close, attempt };
}

function messageKeyOf(error: unknown): MessageKey {
  const { messageKey } = (error ?? {}) as { messageKey?: MessageKey };
  return messageKey ?? 'error_unexpected';
}
