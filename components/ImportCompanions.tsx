import type { CompanionTallies } from '../lib/core/collection/compare-companions.ts';
import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';

const TYPES = {
  pack: 'companion_pack',
  'pack-template': 'companion_pack_template',
  'programme-entry': 'companion_programme_entry',
  'series-judgement': 'companion_series_judgement',
} as const satisfies Record<keyof CompanionTallies, MessageKey>;

const FATES = ['fresh', 'newer', 'differing', 'same'] as const;

/** What an import would do to packs, entries and judgements: a row a type the file has. */
export function ImportCompanions({ tallies }: { tallies: CompanionTallies }) {
  const t = useTranslate();
  const types = (Object.keys(TYPES) as (keyof CompanionTallies)[]).filter((type) => tallies[type]);
  if (types.length === 0) return null;
  const isUnsettled = (type: keyof CompanionTallies) =>
    (tallies[type]?.differing ?? 0) + (tallies[type]?.newer ?? 0) > 0;
  return (
    <>
      <table class="tallies">
        <caption>{t('import_companions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import_companions_what')}</th>
            {FATES.map((fate) => (
              <th key={fate} scope="col">
                {t(`import_companions_${fate}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type}>
              <th scope="row">{t(TYPES[type])}</th>
              {FATES.map((fate) => (
                <td key={fate}>{formatCount(tallies[type]?.[fate] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(tallies.pack?.differing ?? 0) > 0 && <p>{t('import_companions_packs')}</p>}
      {types.some((type) => type !== 'pack' && isUnsettled(type)) && (
        <p>{t('import_companions_decisions')}</p>
      )}
    </>
  );
}
