import { useEffect, useState } from 'preact/hooks';
import { Settings, type SettingsActions } from '../../components/Settings.tsx';
import type { Settings as Chosen } from '../../lib/core/settings.ts';
import { hostOfPattern, patternOf } from '../../lib/core/site.ts';
import { changeSettings, onSettingsChange, readSettings } from '../../lib/platform/settings.ts';
import {
  allowedSites,
  allowSites,
  chooseMode,
  forgetSite,
  onSitesChange,
  removeSites,
} from '../../lib/platform/sites.ts';
import { BackupSettingsView, type BackupProps } from './backup-view.tsx';

const actions: SettingsActions = {
  allow: (hosts) => allowSites(hosts.map(patternOf)),
  remove: (host) => removeSites([patternOf(host)]),
  choose: (host, mode) => chooseMode([host], mode),
  forget: forgetSite,
  change: (change) => changeSettings(() => change),
};

/** The settings view, kept true to what is stored and to what the browser allows. */
export function SettingsView({ db, onRestore }: BackupProps) {
  const [shown, setShown] = useState<{ chosen: Chosen; allowed: string[] }>();
  useEffect(() => {
    const look = async () => {
      const [chosen, patterns] = await Promise.all([readSettings(), allowedSites()]);
      setShown({ chosen, allowed: patterns.map(hostOfPattern) });
    };
    const again = () => void look();
    again();
    const stops = [onSettingsChange(again), onSitesChange(again)];
    return () => stops.forEach((stop) => stop());
  }, []);
  if (!shown) return null;
  const backup = <BackupSettingsView db={db} onRestore={onRestore} />;
  return <Settings {...shown} actions={actions} backup={backup} />;
}
