import type { ComponentChildren } from 'preact';
import type { KeyMap } from '../lib/core/reading-keys.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';

interface WelcomeProps {
  /** Browsers keep their toolbar buttons in different places. */
  isFirefox: boolean;
  /** The practice article has been read: its marks are on. */
  isRead: boolean;
  /** How many of its mentions are kept. */
  kept: number;
  keys: KeyMap;
  onRead: () => void;
  onOpenLibrary: () => void;
}

const FACTS: readonly (readonly [MessageKey, MessageKey])[] = [
  ['welcome_where', 'welcome_where_text'],
  ['welcome_backup', 'welcome_backup_text'],
];

/** The guide beside the practice article: three steps to do, then what to know. */
export function Welcome({ isFirefox, isRead, kept, keys, ...on }: WelcomeProps) {
  const t = useTranslate();
  return (
    <>
      <h1>{t('welcome_title')}</h1>
      <p>{t('welcome_intro')}</p>
      <ol class="steps">
        <Step title="welcome_read" isDone={isRead} isNext={!isRead}>
          <p>{t('welcome_read_text')}</p>
          <button type="button" class={isRead ? '' : 'primary'} onClick={on.onRead}>
            {t('welcome_read_button')}
          </button>
        </Step>
        <Step title="welcome_keep" isDone={kept > 0} isNext={isRead && kept === 0}>
          <p>{t('welcome_keep_mouse')}</p>
          <p>
            {t('welcome_keep_keys')} <Keys keys={keys} />
          </p>
          {kept > 0 && <p class="good">{t('welcome_kept', [`${kept}`])}</p>}
        </Step>
        <Step title="welcome_export" isDone={false} isNext={kept > 0}>
          <p>{t('welcome_export_text')}</p>
          <button type="button" class={kept > 0 ? 'primary' : ''} onClick={on.onOpenLibrary}>
            {t('welcome_open_library')}
          </button>
        </Step>
      </ol>
      <section class="facts">
        <h2>{t('welcome_know')}</h2>
        <dl>
          {FACTS.map(([title, text]) => (
            <Fact key={title} title={title} text={t(text)} />
          ))}
          <Fact
            title="welcome_pin"
            text={t(isFirefox ? 'welcome_pin_firefox' : 'welcome_pin_chrome')}
          />
          <Fact title="welcome_sites" text={t('welcome_sites_text')}>
            <a href="/library.html#settings">{t('welcome_open_settings')}</a>
          </Fact>
        </dl>
      </section>
    </>
  );
}

interface StepProps {
  title: MessageKey;
  isDone: boolean;
  /** The one to do now. */
  isNext: boolean;
  children: ComponentChildren;
}

function Step({ title, isDone, isNext, children }: StepProps) {
  const t = useTranslate();
  return (
    <li data-done={isDone} aria-current={isNext ? 'step' : undefined}>
      <h2>
        {t(title)}
        {isDone && <span class="done"> ✓ {t('welcome_done')}</span>}
      </h2>
      {children}
    </li>
  );
}

/** The keys by their caps; what they do is said beside them. */
function Keys({ keys }: { keys: KeyMap }) {
  const t = useTranslate();
  return (
    <span class="keys">
      {(['next', 'previous', 'clip'] as const).map((action) => (
        <span key={action}>
          <kbd>{keys[action].toUpperCase()}</kbd> {t(`key_${action}`)}
        </span>
      ))}
    </span>
  );
}

interface FactProps {
  title: MessageKey;
  text: string;
  children?: ComponentChildren;
}

function Fact({ title, text, children }: FactProps) {
  const t = useTranslate();
  return (
    <div>
      <dt>{t(title)}</dt>
      <dd>
        {text} {children}
      </dd>
    </div>
  );
}
