import type { ComponentChildren } from 'preact';
import type { MarkStyle, Settings as Chosen, SiteMode } from '../lib/core/settings.ts';
import { useTranslate } from './i18n.tsx';
import { KeySettings } from './KeySettings.tsx';
import { NameSettings } from './NameSettings.tsx';
import { Notice } from './Notice.tsx';
import { SiteGroups } from './SiteGroups.tsx';
import { SiteList } from './SiteList.tsx';
import { TagListSettings } from './TagListSettings.tsx';
import { useNotice } from './use-notice.ts';

/** What the settings view asks of the browser and of storage; a failure rejects with a `messageKey`. */
export interface SettingsActions {
  /** Asks the browser's permission for the hosts of patterns; tells whether it was given. */
  allow: (hosts: readonly string[]) => Promise<boolean>;
  /** Gives a permission back. */
  remove: (host: string) => Promise<unknown>;
  choose: (host: string, mode: SiteMode) => Promise<unknown>;
  /** Takes a site that has no permission off the list. */
  forget: (host: string) => Promise<unknown>;
  change: (change: Partial<Chosen>) => Promise<unknown>;
}

interface SettingsProps {
  chosen: Chosen;
  /** The hosts of the patterns that the browser has permission for. */
  allowed: readonly string[];
  actions: SettingsActions;
  /** The view of the backup, which has its own wiring. */
  backup?: ComponentChildren;
}

/** What the reader has chosen and allowed, and how to change it. */
export function Settings({ chosen, allowed, actions, backup }: SettingsProps) {
  const t = useTranslate();
  const { notice, close, attempt } = useNotice();
  const allow = (hosts: readonly string[]) =>
    void attempt(actions.allow(hosts), (isAllowed) => ({
      text: isAllowed ? t('sites_allowed', [`${hosts.length}`]) : t('sites_refused'),
    }));
  const change = (changed: Partial<Chosen>) =>
    attempt(actions.change(changed), () => ({ text: t('settings_saved') }));
  return (
    <div class="settings">
      <SiteList
        sites={chosen.sites}
        allowed={allowed}
        onAllow={allow}
        onChoose={(host, name, mode) =>
          void attempt(actions.choose(host, mode), () => ({ text: t('sites_chosen', [name]) }))
        }
        onRemove={(host, name) =>
          void attempt(actions.remove(host), () => ({ text: t('sites_removed', [name]) }))
        }
        onForget={(host, name) =>
          void attempt(actions.forget(host), () => ({ text: t('sites_forgotten', [name]) }))
        }
      />
      <SiteGroups allowed={allowed} onAllow={allow} />
      <Marks style={chosen.markStyle} onChange={(markStyle) => void change({ markStyle })} />
      <KeySettings keys={chosen.keys} onChange={(keys) => void change({ keys })} />
      <TagListSettings tags={chosen.tags} onSave={(tags) => change({ tags })} />
      <NameSettings name={chosen.name} onSave={(name) => change({ name })} />
      {backup && (
        <section>
          <h2>{t('settings_backup')}</h2>
          {backup}
        </section>
      )}
      <section>
        <h2>{t('settings_privacy_title')}</h2>
        <p>{t('settings_privacy')}</p>
        <p>
          <a href="/welcome.html">{t('settings_practice')}</a>
        </p>
      </section>
      <div class="notices" aria-live="polite">
        {notice && <Notice {...notice} onClose={close} />}
      </div>
    </div>
  );
}

function Marks({ style, onChange }: { style: MarkStyle; onChange: (style: MarkStyle) => void }) {
  const t = useTranslate();
  return (
    <section>
      <h2 id="mark-style">{t('settings_marks')}</h2>
      <div class="choices" role="radiogroup" aria-labelledby="mark-style">
        {(['colour', 'underline'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="mark-style"
              checked={style === each}
              onChange={() => onChange(each)}
            />
            {t(`settings_mark_${each}`)}
          </label>
        ))}
      </div>
      <MarkSample style={style} />
    </section>
  );
}

/** A sentence as a page would show it, its figure and its document between the other words. */
function MarkSample({ style }: { style: MarkStyle }) {
  const t = useTranslate();
  const pieces = t('settings_mark_sample').split(/(172|(?:Nghị quyết|Resolution)[^.]*)/);
  return (
    <p class="mark-sample" data-style={style}>
      {pieces.map((piece, at) => {
        if (at % 2 === 0) return piece;
        return (
          <mark key={piece} data-type={piece === '172' ? 'figure' : 'programme'}>
            {piece}
          </mark>
        );
      })}
    </p>
  );
}
