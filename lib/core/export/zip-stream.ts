export type Pieces = AsyncIterable<string> | Iterable<string>;

/** A file of an archive. */
export type ZipEntry =
  | {
      path: string;
      text: Pieces;
      /** Whether it lies in the archive as it is, its sizes before it, so that a program can know the archive by it. */
      isStored?: boolean;
    }
  | { path: string; packed: PackedText };

/** What the archive's directory says of a text. */
export interface Trailer {
  crc: number;
  size: number;
}

/** A text as raw DEFLATE data. */
export interface PackedText extends Trailer {
  parts: readonly Uint8Array<ArrayBuffer>[];
}

/** Some raw DEFLATE data, and after the last of a text what the archive's directory says of it. */
export type PackedPart = Uint8Array<ArrayBuffer> | Trailer;

/** Packs a text as it comes. */
export type Deflate = (text: Pieces) => AsyncGenerator<Uint8Array<ArrayBuffer>, Trailer>;

interface Written {
  path: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const encoder = new TextEncoder();
/** Sizes follow the data, and names are UTF-8. */
const FLAGS = 0x0808;
/** Names are UTF-8. */
const FLAGS_STORED = 0x0800;
const DEFLATE = 8;
const STORE = 0;
const VERSION = 20;
/** 1 January 1980, the format's first day: an archive must not depend on the clock. */
const DAY = 0x0021;
/** What the format's 32-bit fields hold. */
const LARGEST = 0xffff_ffff;
/** Characters handed to the compressor at once. */
const PIECE = 1 << 16;

/**
 * Packs files into a ZIP archive as their texts come, holding none of them.
 * The browser's own gzip does the work: its trailer has the CRC-32 and size that the archive's directory needs.
 * Throws RangeError for a file or an archive of 4 GiB.
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  pack: Deflate = deflate,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const written: Written[] = [];
  let at = 0;
  for await (const entry of entries) {
    const { path } = entry;
    const name = encoder.encode(path);
    if ('text' in entry && entry.isStored) {
      const stored = await store(name, entry.text);
      yield stored.bytes;
      written.push({ path: name, flags: FLAGS_STORED, method: STORE, ...stored.told, at });
      at += stored.bytes.length;
      continue;
    }
    const header = record(
      0x04034b50,
      [VERSION, FLAGS, DEFLATE, 0, DAY],
      [0, 0, 0],
      [name.length, 0],
    );
    yield* [header, name];
    let packed = 0;
    const deflated = 'packed' in entry ? replay(entry.packed) : pack(entry.text);
    let step = await deflated.next();
    for (; !step.done; step = await deflated.next()) {
      packed += step.value.length;
      yield step.value;
    }
    const { crc, size } = step.value;
    if (size > LARGEST || at + packed > LARGEST) throw new RangeError('an archive of 4 GiB');
    const descriptor = record(0x08074b50, [], [crc, packed, size], []);
    yield descriptor;
    written.push({ path: name, flags: FLAGS, method: DEFLATE, crc, packed, size, at });
    at += header.length + name.length + packed + descriptor.length;
  }
  yield directory(written, at);
}

/** Packs a text as it comes, for an archive that takes it later. */
export async function packText(text: Pieces, pack: Deflate = deflate): Promise<PackedText> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const deflated = pack(text);
  let step = await deflated.next();
  for (; !step.done; step = await deflated.next()) parts.push(step.value);
  return { parts, ...step.value };
}

async function* replay({
  parts,
  crc,
  size,
}: PackedText): AsyncGenerator<Uint8Array<ArrayBuffer>, Trailer> {
  yield* parts;
  return { crc, size };
}

/** Gives a file's header and its text as it is; `told` is what the directory says of it. */
async function store(name: Uint8Array, text: Pieces) {
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  const { crc, size } = await packText(pieces);
  const header = record(
    0x04034b50,
    [VERSION, FLAGS_STORED, STORE, 0, DAY],
    [crc, size, size],
    [name.length, 0],
  );
  const bytes = [name, encoder.encode(pieces.join(''))].reduce<Uint8Array<ArrayBuffer>>(
    join,
    header,
  );
  return { bytes, told: { crc, packed: size, size } };
}

/** Packs a text with the browser's own gzip, on this thread; its trailer says what the archive's directory needs. */
export const deflate: Deflate = async function* (text) {
  const { readable, writable } = new CompressionStream('gzip');
  const writing = write(text, writable);
  // Awaited at the end; until then a failure reaches the reader through the stream.
  writing.catch(() => undefined);
  const reader = readable.getReader();
  let held = new Uint8Array(0);
  let toSkip = 10;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      const bytes = join(held, step.value);
      const from = Math.min(toSkip, bytes.length);
      toSkip -= from;
      // The last eight bytes seen may be the trailer.
      const to = Math.max(from, bytes.length - 8);
      if (to > from) yield bytes.slice(from, to);
      held = bytes.slice(to);
    }
  } finally {
    await reader.cancel();
  }
  const size = await writing;
  return { crc: new DataView(held.buffer).getUint32(0, true), size };
};

async function write(text: Pieces, writable: WritableStream<BufferSource>): Promise<number> {
  const writer = writable.getWriter();
  let size = 0;
  let pending = '';
  const flush = async () => {
    const bytes = encoder.encode(pending);
    pending = '';
    size += bytes.length;
    await writer.ready;
    // Not awaited: it resolves only when the compressor has taken the bytes, and `ready` keeps the queue short.
    void writer.write(bytes).catch(() => undefined);
  };
  try {
    for await (const piece of text) {
      pending += piece;
      if (pending.length >= PIECE) await flush();
    }
    await flush();
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
  return size;
}

function directory(written: readonly Written[], at: number): Uint8Array<ArrayBuffer> {
  const parts = written.flatMap(({ path, flags, method, crc, packed, size, at }) => [
    record(
      0x02014b50,
      [VERSION, VERSION, flags, method, 0, DAY],
      [crc, packed, size],
      [path.length, 0, 0, 0, 0, 0, 0, at & 0xffff, at >>> 16],
    ),
    path,
  ]);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const end = record(0x06054b50, [0, 0, written.length, written.length], [length, at], [0]);
  return [...parts, end].reduce<Uint8Array<ArrayBuffer>>(join, new Uint8Array(0));
}

/** A record of the format: its sign, then 16-bit, 32-bit and again 16-bit fields, all little-endian. */
function record(
  sign: number,
  shorts: readonly number[],
  longs: readonly number[],
  rest: readonly number[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 2 * shorts.length + 4 * longs.length + 2 * rest.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const long = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const short = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  long(sign);
  shorts.forEach(short);
  longs.forEach(long);
  rest.forEach(short);
  return bytes;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
