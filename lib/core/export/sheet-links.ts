import { escapeXml } from './xml-text.ts';
import { packText, type Deflate, type PackedText } from './zip-stream.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
/** Characters packed at once. */
const PIECE = 1 << 16;

/**
 * The links of a sheet. Their targets stand in a file behind the sheet's own; they are packed as they come, for the
 * addresses of 65,530 passages take 20 MB.
 */
export class SheetLinks {
  /** The cells that lead somewhere, each at the place of its link's id. */
  readonly cells: string[] = [];
  readonly #pipe = new TransformStream<string, string>();
  readonly #targets = this.#pipe.writable.getWriter();
  readonly #packed: Promise<PackedText>;
  #pending = `${DECLARATION}<Relationships xmlns="${PACKAGE}">`;

  constructor(pack: Deflate | undefined) {
    this.#packed = packText(piecesOf(this.#pipe.readable), pack);
  }

  add(cell: string, address: string): void {
    this.cells.push(cell);
    this.#pending += `<Relationship Id="rId${this.cells.length}" Type="${LINK}" Target="${escapeXml(address)}" TargetMode="External"/>`;
    if (this.#pending.length >= PIECE) this.#handOver();
  }

  /** The file of the targets; nothing can be added once it is asked for. */
  targets(): Promise<PackedText> {
    this.#pending += '</Relationships>';
    this.#handOver();
    this.#targets.close().catch(() => undefined);
    return this.#packed;
  }

  #handOver(): void {
    // A failure reaches whoever asks for the targets.
    this.#targets.write(this.#pending).catch(() => undefined);
    this.#packed.catch(() => undefined);
    this.#pending = '';
  }
}

async function* piecesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}
