import { READING_ACTIONS, type KeyMap } from '../lib/core/reading-keys.ts';
import { useTranslate } from './i18n.tsx';

/** What each key does while reading. */
export function KeyHelp({ keys }: { keys: KeyMap }) {
  const t = useTranslate();
  const rows = [
    ...READING_ACTIONS.map((action) => [keys[action].toUpperCase(), t(`key_${action}`)] as const),
    ['Enter', t('key_enter')] as const,
    ['Esc', t('key_close')] as const,
  ];
  return (
    <dl>
      {rows.map(([key, words]) => (
        <>
          <dt key={key}>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </>
      ))}
    </dl>
  );
}
