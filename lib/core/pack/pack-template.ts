import * as z from 'zod';
import builtIn from './built-in-templates.json' with { type: 'json' };
import { PackFrame, type Pack, type PackTemplate } from './pack.ts';
import { safeFileName } from './safe-file-name.ts';

/** What new ids and times are made by. */
export interface Making {
  newId(): string;
  now: Date;
}

/** A template as it is made; who and when it was changed is written by the store. */
export type PackTemplateDraft = Omit<PackTemplate, 'modified' | 'editor'>;

const NOBODY = { author: '', organisation: '', dated: '' };

/** The frames that come with the program. */
export const BUILT_IN_FRAMES: readonly PackFrame[] = builtIn.map((frame) =>
  PackFrame.parse({ ...NOBODY, ...frame }),
);

/** A pack of one empty section, all parts on. */
export function emptyFrame(sectionTitle: string): PackFrame {
  return {
    ...NOBODY,
    name: '',
    subtitle: '',
    introduction: '',
    parts: { cover: true, contents: true, glossary: true, answers: true, sources: true },
    paper: 'A4',
    onlyApproved: false,
    sections: [{ title: sectionTitle, introduction: '' }],
  };
}

/** Starts a pack from a frame, its sections empty. */
export function packFrom(frame: PackFrame, named: string, making: Making): Pack {
  const { name: _, ...look } = frame;
  const time = making.now.toISOString();
  return {
    type: 'pack',
    id: making.newId(),
    title: named,
    ...look,
    sections: look.sections.map(({ title, introduction }) => {
      return { id: making.newId(), title, introduction, items: [] };
    }),
    created: time,
    modified: time,
  };
}

/** Takes a pack's or a stored template's frame, without what was collected. */
export function frameOf(source: Pack | PackTemplate, name: string): PackFrame {
  // The schema strips what a frame has no place for.
  return PackFrame.parse({ ...source, name });
}

/** Makes a frame into a template to be stored. */
export function templateFrom(
  frame: PackFrame,
  { newId }: Pick<Making, 'newId'>,
): PackTemplateDraft {
  const sections = frame.sections.map((section) => ({ ...section, id: newId() }));
  return { type: 'pack-template', id: newId(), ...frame, sections };
}

const FILE_TYPE = 'trichbao-mau';
const FILE_VERSION = 1;
/** Far above any template; a file this large is something else. */
export const LARGEST_TEMPLATE = 1024 * 1024;

export type TemplateReason = 'too_large' | 'not_json' | 'foreign' | 'newer' | 'damaged';

/** A file that is no template; nothing was changed. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  readonly messageKey: `error_template_${TemplateReason}`;
  /** Where in the file it is wrong: `sections.2.title`. */
  readonly place: string;

  constructor(reason: TemplateReason, place = '') {
    super(`template: ${reason} ${place}`.trim());
    this.messageKey = `error_template_${reason}`;
    this.place = place;
  }
}

const TemplateFile = z.object({
  type: z.literal(FILE_TYPE),
  version: z.int().positive(),
  template: z.unknown(),
});

/** Names a template's file by its name: `Điểm báo tuần` → `Điểm báo tuần.trichbao-mau.json`. */
export function templateFileName({ name }: Pick<PackFrame, 'name'>): string {
  return `${safeFileName(name, 'mau')}.${FILE_TYPE}.json`;
}

/** Writes a frame as a file to share. */
export function templateFile(frame: PackFrame): string {
  const template = PackFrame.parse(frame);
  return `${JSON.stringify({ type: FILE_TYPE, version: FILE_VERSION, template }, undefined, 2)}\n`;
}

/** Reads such a file. Throws `TemplateError`, which says what is wrong with it. */
export function readTemplateFile(text: string): PackFrame {
  if (text.length > LARGEST_TEMPLATE) throw new TemplateError('too_large');
  const file = TemplateFile.safeParse(parseJson(text));
  if (!file.success) throw new TemplateError('foreign');
  if (file.data.version > FILE_VERSION) throw new TemplateError('newer');
  const frame = PackFrame.safeParse(file.data.template);
  if (frame.success) return frame.data;
  throw new TemplateError('damaged', frame.error.issues[0]?.path.join('.'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    throw new TemplateError('not_json');
  }
}
