import { useState } from 'preact/hooks';
import {
  DEFAULT_KEYS,
  keysFrom,
  READING_ACTIONS,
  remapKey,
  type KeyMap,
  type ReadingAction,
} from '../lib/core/reading-keys.ts';
import { useTranslate } from './i18n.tsx';

interface KeySettingsProps {
  /** As stored: by action, where it is not the usual key. */
  keys: Readonly<Record<string, string>>;
  onChange: (keys: KeyMap) => void;
}

/** Gives reading actions other keys: press the button, then the key. */
export function KeySettings({ keys: stored, onChange }: KeySettingsProps) {
  const t = useTranslate();
  const keys = keysFrom(stored);
  const [waiting, setWaiting] = useState<ReadingAction>();
  const [refused, setRefused] = useState<'unusable' | 'taken'>();
  const press = (event: KeyboardEvent) => {
    // Tab and Escape leave, as everywhere; so does a shortcut of the browser.
    if (!waiting || event.key === 'Tab' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Shift' || event.key === 'Enter') return;
    event.preventDefault();
    const remapped = event.key === 'Escape' ? keys : remapKey(keys, waiting, event.key);
    setRefused(typeof remapped === 'string' ? remapped : undefined);
    if (typeof remapped === 'string') return;
    setWaiting(undefined);
    if (remapped !== keys) onChange(remapped);
  };
  return (
    <section class="key-settings">
      <h3>{t('help_title')}</h3>
      <ul>
        {READING_ACTIONS.map((action) => (
          <li key={action}>
            <span id={`key-${action}`}>{t(`key_${action}`)}</span>
            <button
              type="button"
              aria-describedby={`key-${action}`}
              aria-pressed={waiting === action}
              onKeyDown={press}
              onBlur={() => setWaiting(undefined)}
              onClick={({ currentTarget }) => {
                // Firefox and Safari on a Mac leave the keyboard elsewhere.
                currentTarget.focus();
                setWaiting(action);
              }}
            >
              {waiting === action ? t('settings_press_key') : keys[action].toUpperCase()}
            </button>
          </li>
        ))}
      </ul>
      <p class="failure" role="alert" hidden={!refused}>
        {refused && t(`settings_key_${refused}`)}
      </p>
      <button type="button" onClick={() => onChange(DEFAULT_KEYS)}>
        {t('settings_usual_keys')}
      </button>
    </section>
  );
}
