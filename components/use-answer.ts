import { useEffect, useState } from 'preact/hooks';

/**
 * The latest answer to a question asked anew whenever `asked` changes; while one is under way the one before stays.
 * Nothing before the first, or where it fails.
 */
export function useAnswer<Answer>(
  ask: () => Promise<Answer>,
  asked: readonly unknown[],
): { value: Answer } | undefined {
  const [answer, setAnswer] = useState<{ value: Answer }>();
  useEffect(() => {
    let isLate = false;
    ask().then(
      (value) => !isLate && setAnswer({ value }),
      () => undefined,
    );
    return () => void (isLate = true);
  }, asked);
  return answer;
}
