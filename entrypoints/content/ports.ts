import type { SessionPorts } from '../../lib/dom/reading-session.ts';
import { announcePageChange, request } from '../../lib/platform/messages.ts';

/** What a page's session reaches beyond its page: all of it through the background. */
export const ports: SessionPorts = {
  recognise: (text, context) => request('recognise', { text, ...context }),
  load: (url) => request('storedAt', { url }),
  save: (clip) => request('saveAnnotations', clip),
  edit: (id, remarks) => request('editAnnotation', { id, remarks }),
  trash: (ids) => request('trashAnnotations', { ids }),
  restore: (ids) => request('restoreAnnotations', { ids }),
  skip: (skips) => request('addSkips', { skips }),
  unskip: (ids) => request('removeSkips', { ids }),
  changed: announcePageChange,
  world: {
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  },
};
