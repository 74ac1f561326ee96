import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { correctionCase, type CorrectionCase } from '../lib/core/correction-case.ts';
import { importJson } from '../lib/core/import-json.ts';

const [file, into] = process.argv.slice(2);
if (!file) {
  process.stderr.write(
    'Cách dùng: npm run --silent case -- TỆP.json [tests/specs/TÊN.json]\n' +
      'TỆP.json là tệp JSON xuất từ sổ trích; các câu sửa nhận dạng trong đó thành ca kiểm thử.\n',
  );
  process.exit(2);
}

const digest = async (bytes: Uint8Array) =>
  new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
const { annotations } = await importJson(readFileSync(file, 'utf8'), digest);
const cases = annotations.flatMap((annotation) => correctionCase(annotation) ?? []);
if (into) append(into, cases);
else process.stdout.write(`${JSON.stringify(cases, null, 2)}\n`);
process.stderr.write(`${cases.length} ca từ ${annotations.length} trích đoạn\n`);

/** Adds the cases that are not in the file yet; a case for the same sentence is left to whoever wrote it. */
function append(path: string, added: CorrectionCase[]): void {
  const spec = JSON.parse(readFileSync(path, 'utf8')) as { cases: CorrectionCase[] };
  const known = new Set(spec.cases.map(({ input }) => input));
  spec.cases.push(...added.filter(({ input }) => !known.has(input)));
  writeFileSync(path, `${JSON.stringify(spec, null, 2)}\n`);
}
