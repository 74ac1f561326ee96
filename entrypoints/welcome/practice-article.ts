/**
 * Puts the practice article, which the extension carries as a page of its own, into this document, with what it says
 * of itself for machines. Browsers let no extension put a script into its pages: here the page brings its own reader.
 */
export async function showPracticeArticle(document: Document, place: Element): Promise<void> {
  const answer = await fetch('/practice.html');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const said of page.head.querySelectorAll('meta[property], script[type$="ld+json"]')) {
    document.head.append(document.importNode(said, true));
  }
  const article = page.querySelector('article');
  if (article) place.replaceChildren(document.importNode(article, true));
}
