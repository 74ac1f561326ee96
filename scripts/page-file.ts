import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';

/** Parses a saved page in the charset it declares; its scripts are not run and nothing is fetched. */
export async function readPageFile(path: string): Promise<{ document: Document; url: string }> {
  const url = pathToFileURL(path).href;
  const { window } = new JSDOM(await readFile(path), { url, contentType: 'text/html' });
  return { document: window.document, url };
}
