const PHONE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
const IP4 = /^(\d{1,3}\.\d{1,3})\.\d{1,3}\.\d{1,3}$/;
const IP6 = /^(?=.*::|(?:[^:]*:){7}[^:]*$)([0-9a-f]{1,4}:[0-9a-f]{0,4}):[0-9a-f:.]*$/i;
const EMAIL = /([\w.+-]{1,2})[\w.+-]*@([\w-]+(?:\.[\w-]+)+)/g;

/** Text as it may be shown: phone numbers and e-mail addresses keep just enough to recognise one's own data by. */
export function maskPersonal(text: string): string {
  return text.replace(PHONE, '$1****$2').replace(EMAIL, '$1***@$2');
}

/** A cell of a column that holds personal data: names and addresses show their first letter only, nicknames their ends, IP addresses their net. */
export function maskCell(text: string): string {
  if (text === '' || text.includes('*')) return text;
  const masked = maskPersonal(text);
  if (masked !== text) return masked;
  const net = IP4.test(text) ? text.replace(IP4, '$1.*.*') : text.replace(IP6, '$1:*');
  if (net !== text) return net;
  // A nickname in Latin letters keeps both ends, enough to tell two apart.
  if (/^[\w.-]{6,}$/.test(text)) return `${text.slice(0, 2)}***${text.slice(-2)}`;
  return `${[...text][0] ?? ''}***`;
}
