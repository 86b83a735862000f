/** Without the tabs at its end. A pattern would look at a long run of tabs amid a text once for each of them. */
export function withoutEndTabs(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 9) end--;
  return end === text.length ? text : text.slice(0, end);
}
