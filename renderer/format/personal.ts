const PHONE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
const EMAIL = /([\w.+-]{1,2})[\w.+-]*@([\w-]+(?:\.[\w-]+)+)/g;

/** Text as it stands on the screen: phone numbers and e-mail addresses keep just enough to recognise one's own data by. */
export function maskPersonal(text: string): string {
  return text.replace(PHONE, '$1****$2').replace(EMAIL, '$1***@$2');
}
