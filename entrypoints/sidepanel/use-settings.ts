import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/core/settings.ts';
import { onSettingsChange, readSettings } from '../../lib/platform/settings.ts';

/** What the reader has chosen, followed as it changes in the settings. */
export function useSettings(): Settings {
  const [settings, setSettings] = useState(DEFAULT_SETTINGS);
  useEffect(() => {
    void readSettings().then(setSettings, () => undefined);
    return onSettingsChange(setSettings);
  }, []);
  return settings;
}
