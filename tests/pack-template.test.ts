import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_FRAMES,
  emptyFrame,
  frameOf,
  LARGEST_TEMPLATE,
  packFrom,
  readTemplateFile,
  TemplateError,
  templateFile,
  templateFrom,
} from '../lib/core/pack/pack-template.ts';
import { Pack, PackTemplate } from '../lib/core/pack/pack.ts';
import { openDatabase } from '../lib/platform/database.ts';
import { keepTemplate } from '../lib/platform/packs.ts';
import { HOSTILE } from './hostile-collection.ts';
import { nextId, NOW } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

const making = { newId: nextId, now: NOW };
const reason = (text: string) => {
  try {
    readTemplateFile(text);
  } catch (error) {
    if (error instanceof TemplateError) return [error.messageKey, error.place];
    throw error;
  }
  return [];
};

describe('a template', () => {
  it('keeps a pack’s frame and nothing of what was collected', () => {
    const made = pack([section('Một', [item({ type: 'text', text: 'riêng' })])], {
      subtitle: 'Phụ đề',
    });
    const frame = frameOf(made, 'Mẫu của tôi');
    expect(JSON.stringify(frame)).not.toContain('riêng');
    expect(frame).toMatchObject({ name: 'Mẫu của tôi', subtitle: 'Phụ đề', paper: 'A4' });
    expect(frame.sections).toEqual([{ title: 'Một', introduction: '' }]);
  });

  it('starts packs that share no id', () => {
    const [one, two] = [
      packFrom(emptyFrame('Phần 1'), 'A', making),
      packFrom(emptyFrame('Phần 1'), 'B', making),
    ];
    expect(Pack.safeParse(one).success).toBe(true);
    expect([one.id, one.sections[0]?.id]).not.toContain(two.sections[0]?.id);
    expect(one.sections[0]?.items).toEqual([]);
  });

  it('goes out as a file and comes back the same, through a record of another collection', () => {
    const frame = frameOf(pack([section('Một'), section('Hai')]), 'Mẫu');
    const stored = {
      ...templateFrom(readTemplateFile(templateFile(frame)), making),
      modified: NOW.toISOString(),
    };
    expect(PackTemplate.safeParse(stored).success).toBe(true);
    expect(frameOf(stored, stored.name)).toEqual(frame);
  });

  it.each(Object.entries(HOSTILE))('carries hostile words as text: %s', (_, text) => {
    const frame = { ...emptyFrame(text), name: text, author: text };
    expect(readTemplateFile(templateFile(frame))).toEqual(frame);
  });

  it('comes with three that can be started from', () => {
    expect(BUILT_IN_FRAMES.map(({ name }) => name)).toEqual([
      'Sinh hoạt chuyên đề',
      'Tài liệu tập huấn',
      'Điểm báo tuần',
    ]);
    for (const frame of BUILT_IN_FRAMES)
      expect(Pack.safeParse(packFrom(frame, frame.name, making)).success).toBe(true);
  });
});

describe('a file that is no template', () => {
  const good = JSON.parse(templateFile(emptyFrame('Một'))) as Record<string, unknown>;
  it.each([
    ['an empty file', '', 'error_template_not_json'],
    ['half a file', templateFile(emptyFrame('Một')).slice(0, 40), 'error_template_not_json'],
    ['a list', '[]', 'error_template_foreign'],
    ['an exported collection', '{"type":"AnnotationCollection"}', 'error_template_foreign'],
    ['a later version', JSON.stringify({ ...good, version: 2 }), 'error_template_newer'],
    ['one far too large', ' '.repeat(LARGEST_TEMPLATE + 1), 'error_template_too_large'],
  ])('is refused with the reason: %s', (_, text, key) => {
    expect(reason(text)[0]).toBe(key);
  });

  it('says where a damaged one is wrong', () => {
    const template = {
      ...(good['template'] as object),
      sections: [{ title: 1, introduction: '' }],
    };
    expect(reason(JSON.stringify({ ...good, template }))).toEqual([
      'error_template_damaged',
      'sections.0.title',
    ]);
  });

  it('leaves out what a template has no place for', () => {
    const template = { ...(good['template'] as object), onload: 'alert(1)' };
    expect(readTemplateFile(JSON.stringify({ ...good, template }))).not.toHaveProperty('onload');
  });
});

describe('a template kept', () => {
  it('can be told by its name from those there are, the program’s own too', async () => {
    const db = openDatabase('templates');
    const [builtIn] = BUILT_IN_FRAMES;
    if (!builtIn) throw new Error('a template');
    const keep = (name: string) =>
      keepTemplate(db, templateFrom({ ...builtIn, name }, making), {
        now: () => NOW,
        newId: nextId,
      });
    expect((await keep('Của tôi')).name).toBe('Của tôi');
    expect((await keep('Của tôi')).name).toBe('Của tôi (2)');
    expect((await keep('Của tôi')).name).toBe('Của tôi (3)');
    expect((await keep(builtIn.name)).name).toBe(`${builtIn.name} (2)`);
    await db.delete();
  });
});
