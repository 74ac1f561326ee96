import { useEffect, useState } from 'preact/hooks';

/** What came of the last deed, in the reader's words. */
export type Message = { tone: 'good' | 'bad'; text: string } | undefined;

/** Long enough to read it and to reach its button. */
const MESSAGE_MS = 8000;

/** The word on the last deed: good news passes by itself, a failure stays, for it says what to do. */
export function useMessage() {
  const [message, setMessage] = useState<Message>();
  useEffect(() => {
    if (message?.tone !== 'good') return undefined;
    const timer = setTimeout(() => setMessage(undefined), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return [message, setMessage] as const;
}
