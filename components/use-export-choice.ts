import { useState } from 'preact/hooks';
import { FORMAT_NAMES, type FormatName } from '../lib/core/export/formats.ts';
import {
  standardChoice,
  type ExportChoice,
  type ExportProfile,
} from '../lib/core/export/profile.ts';

/** A profile of the reader's, or one there always is. */
export type ProfileName = 'standard' | 'all' | (string & {});

export interface ChosenExport {
  choice: ExportChoice;
  /** The profile in force; none once it has been changed. */
  profile: ProfileName | undefined;
  change: (changes: Partial<ExportChoice>) => void;
  use: (profile: ProfileName, choice: ExportChoice) => void;
}

/** The choice being made; another kind of file brings the columns usual for it, unless the reader has chosen some. */
export function useExportChoice(first: FormatName = FORMAT_NAMES[0]): ChosenExport {
  const [choice, setChoice] = useState(() => standardChoice(first));
  const [profile, setProfile] = useState<ProfileName | undefined>('standard');
  const change = (changes: Partial<ExportChoice>) => {
    const { format } = changes;
    const isStandard = profile === 'standard';
    const usual = format && isStandard ? { columns: standardChoice(format).columns } : {};
    setChoice({ ...choice, ...usual, ...changes });
    const isSame = isStandard && Object.keys(changes).every((key) => key === 'format');
    if (!isSame) setProfile(undefined);
  };
  const use = (name: ProfileName, next: ExportProfile | ExportChoice) => {
    const { format, columns, order, layout, citationStyle } = next;
    setChoice({ format, columns, order, layout, citationStyle });
    setProfile(name);
  };
  return { choice, profile, change, use };
}
