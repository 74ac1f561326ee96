import type { PackContent } from '../lib/core/pack/pack-content.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { hostileCollection } from './hostile-collection.ts';
import { words } from './sample-collection.ts';
import { item, pack } from './sample-pack.ts';

/** A pack with a text wherever a page, a colleague or a trainer can put one. */
export async function hostilePack(text: string, fields: Partial<Pack> = {}): Promise<PackContent> {
  const { annotations, articles } = await hostileCollection(text);
  const ids = annotations.map(({ id }) => id);
  const [articleId = ''] = articles.map(({ id }) => id);
  const made = pack(
    [
      {
        id: item({ type: 'text', text: '' }).id,
        title: text,
        introduction: text,
        items: [
          ...ids.map((annotationId) => item({ type: 'excerpt', annotationId, remark: text })),
          item({ type: 'article', articleId, remark: text }),
          item({ type: 'text', text }),
          item({ type: 'figures', title: text, annotationIds: ids, chart: true }),
          item({ type: 'question', question: text, answer: text }),
        ],
      },
    ],
    {
      title: text,
      subtitle: text,
      author: text,
      organisation: text,
      dated: text,
      introduction: text,
      ...fields,
    },
  );
  return resolvePack(made, { annotations, articles }, words);
}
