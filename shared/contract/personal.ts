const PHONE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
const EMAIL = /([\w.+-]{1,2})[\w.+-]*@([\w-]+(?:\.[\w-]+)+)/g;

/** Text as it may be shown: phone numbers and e-mail addresses keep just enough to recognise one's own data by. */
export function maskPersonal(text: string): string {
  return text.replace(PHONE, '$1****$2').replace(EMAIL, '$1***@$2');
}

/** A cell of a column that holds personal data: names and addresses show their first letter only, nicknames their ends. */
export function maskCell(text: string): string {
  if (text === '' || text.includes('*')) return text;
  const masked = maskPersonal(text);
  if (masked !== text) return masked;
  // A nickname in Latin letters keeps both ends, enough to tell two apart.
  if (/^[\w.-]{6,}$/.test(text)) return `${text.slice(0, 2)}***${text.slice(-2)}`;
  return `${[...text][0] ?? ''}***`;
}
