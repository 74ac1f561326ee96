import { annotateFile } from './annotate-file.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Cách dùng: npm run --silent annotate -- TỆP… (.html hoặc .txt)\n');
  process.exitCode = 2;
}
for (const file of files) {
  const result = await annotateFile(file);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if ('error' in result) process.exitCode = 1;
}
