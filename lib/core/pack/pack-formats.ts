import type { Words } from '../words.ts';
import type { PackContent, WritePack } from './pack-content.ts';
import { safeFileName } from './safe-file-name.ts';

/** A kind of file a reading pack can leave as. */
export interface PackFormat {
  label: Parameters<Words>[0];
  /** What the format is good for, in a sentence. */
  hint: Parameters<Words>[0];
  extension: string;
  mediaType: string;
  /** Reads the writer, and its library, only when it is asked for. */
  writer: () => Promise<WritePack>;
}

/** Every format there is, in the order they are offered; `html` is also the one that is looked at and printed. */
export const PACK_FORMATS: Readonly<Record<string, PackFormat>> = {
  docx: {
    label: 'format_docx',
    hint: 'pack_docx_hint',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    writer: async () => (await import('./write-docx.ts')).writeDocx,
  },
  html: {
    label: 'format_html',
    hint: 'format_html_hint',
    extension: 'html',
    mediaType: 'text/html;charset=utf-8',
    writer: async () => (await import('./write-html.ts')).writeHtml,
  },
  epub: {
    label: 'format_epub',
    hint: 'format_epub_hint',
    extension: 'epub',
    mediaType: 'application/epub+zip',
    writer: async () => (await import('./write-epub.ts')).writeEpub,
  },
};

/** Names a pack's file by its title: `Sinh hoạt tháng 11` → `Sinh hoạt tháng 11.docx`; without one `tap-tai-lieu.docx`. */
export function packFileName({ cover }: PackContent, { extension }: PackFormat): string {
  return `${safeFileName(cover.title, 'tap-tai-lieu')}.${extension}`;
}
