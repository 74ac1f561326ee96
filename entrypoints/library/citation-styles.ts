import type { CitationStyleActions } from '../../components/citation-style-actions.ts';
import {
  CitationStyleError,
  LARGEST_STYLE,
  type OwnStyle,
} from '../../lib/core/cite/citation-style.ts';
import { STYLE_SAMPLES } from '../../lib/core/cite/style-samples.ts';
import { readCslStyle } from '../../lib/dom/read-csl-style.ts';
import { citingWorker } from '../../lib/platform/citing-worker.ts';
import { unlessAborted } from '../../lib/platform/unless-aborted.ts';
import { ownStyles } from './citations.ts';

/** A style that takes longer for two articles has a fault. */
const LONGEST_TRIAL_MS = 10_000;

/** The choice of a style, answered from the browser's storage. */
export const citationStyles: CitationStyleActions = {
  follow: ownStyles.follow,
  remove: async (id) => void (await ownStyles.remove(id)),
  add: async (file) => {
    if (file.size > LARGEST_STYLE) throw new CitationStyleError('too_large');
    const style = readCslStyle(await file.text());
    await tryStyle(style);
    await ownStyles.keep(style);
    return style;
  },
};

/** Throws `CitationStyleError` where a style cannot cite the samples. */
async function tryStyle(style: OwnStyle): Promise<void> {
  const trial = new AbortController();
  const timer = setTimeout(() => trial.abort(), LONGEST_TRIAL_MS);
  try {
    const cite = citingWorker(trial.signal)(style);
    const [whole] = await unlessAborted(trial.signal, cite(STYLE_SAMPLES));
    if (!whole) throw new CitationStyleError('unusable');
  } catch {
    throw new CitationStyleError('unusable');
  } finally {
    clearTimeout(timer);
    trial.abort();
  }
}
