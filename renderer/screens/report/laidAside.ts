/**
 * A document whose style sheets and style attributes wait in templates and data attributes.
 *
 * The policy of the window forbids them in markup and would complain about each; they are adopted as objects afterwards.
 */
export function laidAside(html: string): string {
  return html
    .replace(/<style\b[^>]*>/gi, '<template>')
    .replace(/<\/style>/gi, '</template>')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style=/gi, '$1data-css='));
}
