import { useCallback, useState } from 'preact/hooks';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { NoticeProps } from './Notice.tsx';

type Said = Omit<NoticeProps, 'tone'>;

/** Work that ends sooner needs no sign that it goes on; one would only flicker. */
const PATIENCE_MS = 400;

/** The one notice shown, and a way to run work so that its end, good or bad, is told there. */
export function useNotice() {
  const t = useTranslate();
  const [notice, setNotice] = useState<NoticeProps>();
  const close = useCallback(() => setNotice(undefined), []);
  /** Tells why something could not be done. */
  const fail = useCallback(
    (error: unknown) => setNotice({ text: t(messageKeyOf(error)), tone: 'bad' }),
    [t],
  );
  /** Gives whether the work succeeded. */
  const attempt = async <Value>(
    work: Promise<Value>,
    say?: (value: Value) => Said,
  ): Promise<boolean> => {
    const working = setTimeout(
      () => setNotice({ text: t('notice_working'), tone: 'busy' }),
      PATIENCE_MS,
    );
    try {
      const value = await work;
      setNotice(say && { ...say(value), tone: 'good' });
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      clearTimeout(working);
    }
  };
  return { notice, close, attempt, fail };
}

/** The words for what went wrong; each failure a reader can meet names its own. */
export function messageKeyOf(error: unknown): MessageKey {
  const { messageKey } = (error ?? {}) as { messageKey?: MessageKey };
  return messageKey ?? 'error_unexpected';
}
