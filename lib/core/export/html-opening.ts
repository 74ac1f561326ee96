import { escapeXml } from './xml-text.ts';

/** Nothing runs and nothing is fetched, whatever a title says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Begins a self-contained HTML file, up to its body's first line. `Sơ kết <1>` → `…<title>Sơ kết &lt;1&gt;</title>…` */
export function htmlOpening(title: string, style: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
`;
}
