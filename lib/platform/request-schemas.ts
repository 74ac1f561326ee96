import * as z from 'zod';
import { Clip, Draft } from '../core/collection/clip.ts';
import { ArticleTraits } from '../core/related-article.ts';
import { Settings } from '../core/settings.ts';
import { Skip } from '../core/skip.ts';
import { Failure, type Input, type Requests } from './messages.ts';

/** More excerpts in one request than any article has mentions: a message that asks for more is not ours. */
const MOST_AT_ONCE = 20_000;

const nothing = z.object({});
const ids = z.array(z.uuid()).max(MOST_AT_ONCE);

/** What each request must look like; messages come from pages' processes and are not trusted. */
const requestSchemas = {
  recognise: z.object({ text: z.string(), publishedTime: z.string().optional() }),
  saveAnnotations: Clip.refine(({ annotations }) => annotations.length <= MOST_AT_ONCE),
  storedAt: z.object({ url: z.string() }),
  editAnnotation: z.object({
    id: z.uuid(),
    remarks: Draft.pick({ tags: true, note: true, colour: true }),
  }),
  trashAnnotations: z.object({ ids }),
  restoreAnnotations: z.object({ ids }),
  addSkips: z.object({ skips: z.array(Skip).max(MOST_AT_ONCE) }),
  removeSkips: z.object({ ids }),
  tags: nothing,
  settings: nothing,
  pickRegion: nothing,
  regionPicked: z.object({ selector: Settings.shape.regions.valueType }),
  relatedArticles: ArticleTraits,
  openLibrary: nothing,
  readTab: z.object({ tabId: z.int() }),
  articleFound: nothing,
  frameLoaded: nothing,
} satisfies { [K in keyof Requests]: z.ZodType<Requests[K][0]> };

/**
 * Turns an untrusted message into the request's input.
 * @throws {Failure} `error_refused`, with what is wrong as its cause
 */
export function parseRequest<K extends keyof Requests>(
  name: K,
  input: unknown,
): Input<Requests, K> {
  const parsed = requestSchemas[name].safeParse(input);
  if (!parsed.success) throw new Failure('error_refused', z.prettifyError(parsed.error));
  return parsed.data as Input<Requests, K>;
}
