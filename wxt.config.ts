import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { checkContentScript, shrinkContentScript } from './scripts/content-size.ts';
import { slimReadability } from './scripts/slim-readability.ts';

const SCRIPT_CONTEXT = fileURLToPath(new URL('lib/platform/script-context.ts', import.meta.url));
/** Chrome's side panel API (114) and CSS highlights in all targets set these floors. */
const MINIMUM_CHROME = '116';
const MINIMUM_FIREFOX = '140.0';
/** `data_collection_permissions` is known there since. */
const MINIMUM_FIREFOX_ANDROID = '142.0';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    build: { target: 'es2022' },
    resolve: { alias: { 'wxt/utils/content-script-context': SCRIPT_CONTEXT } },
    plugins: [slimReadability(), shrinkContentScript()],
  }),
  hooks: {
    'build:done': ({ config }) => {
      if (config.mode === 'production') checkContentScript(config.outDir);
    },
  },
  zip: { name: 'trich-bao' },
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    short_name: 'Trích Báo',
    description: '__MSG_app_description__',
    default_locale: 'vi',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: {
      default_title: '__MSG_action_title__',
      default_icon: { 16: 'icon/off-16.png', 32: 'icon/off-32.png' },
    },
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'clip-selection': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_command_clip_selection__',
      },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_open_library__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'trich-bao@trichbao.vn',
              strict_min_version: MINIMUM_FIREFOX,
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: MINIMUM_FIREFOX_ANDROID },
          },
        }
      : { minimum_chrome_version: MINIMUM_CHROME }),
  }),
});
