import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { testPorts } from '#node/testing';
import { ENCODINGS, detectEncoding, encodingLabel } from './index.ts';
import { encodingName } from './names.ts';
import { literal, readBytes as readTable, reconciles } from '../../../../tests/support/reading.ts';
import { createTranscoder, readBytes } from '../transcode.ts';

const ports = testPorts();
const { decoder } = ports;
afterAll(() => ports.remove());
const found = (bytes: Uint8Array) => detectEncoding(bytes, decoder);
const read = (bytes: Uint8Array) => {
  const { encoding, markLength } = found(bytes);
  return readBytes(decoder)(encoding, bytes.subarray(markLength));
};

const CHINESE = '订单编号,商品名称,买家实付金额,收货地址\n0012,纯棉短袖,59.00,浙江省杭州市\n';
const TAIWAN = '訂單編號,商品名稱,實付金額,收貨地址\n0012,純棉短袖上衣,590,台北市信義區\n';
const JAPANESE = '注文番号,商品名,数量,お届け先住所\n0012,コットンTシャツ,2,東京都渋谷区\n';
const KOREAN = '주문번호,상품명,수량,배송지 주소\n0012,면 반팔 티셔츠,2,서울시 강남구\n';
const RUSSIAN = 'Номер заказа;Покупатель;Сумма\n0012;Иванова Мария;1500\n0013;Петров Сергей;2300\n';
const POLISH = 'Numer zamówienia;Kwota;Wysyłka;Płatność\n0012;99,00;Łódź, ul. Święty Krzyż;przelew\n0013;45,00;Kraków, ul. Długa;gotówka, źle wysłane\n';
const HUNGARIAN = 'Rendelésszám;Vevő;Fizetendő összeg\n0012;Erdős Jenő;1500\n0013;Szűcs Gergő;2300\n';
const CZECH = 'Číslo objednávky;Zákazník;Částka\n0012;Jiří Dvořák;1500\n0013;Tomáš Růžička, Plzeň;2300\n';
const GREEK = 'Αριθμός παραγγελίας;Πελάτης;Ποσό\n0012;Γιώργος Παπαδόπουλος;15\n';
const TURKISH = 'Sipariş numarası;Müşteri;Tutar\n0012;Ayşe Yıldız, İstanbul;150\n0013;Mehmet Çağlar, Eskişehir;90\n';
const HEBREW = 'מספר הזמנה;לקוח;סכום\n0012;משה כהן, תל אביב;150\n';
const ARABIC = 'رقم الطلب;العميل;المبلغ\n0012;محمد عبد الله، القاهرة;150\n';
const THAI = 'หมายเลขคำสั่งซื้อ,ลูกค้า,ยอดเงิน\n0012,สมชาย ใจดี,150\n';
const GERMAN = 'Bestellnummer;Käufer;Straße;Größe\n0012;Jürgen Müller;Königstraße 5;groß\n';
const FRENCH = "Numéro de commande;Libellé;Prix\n0012;T-shirt d'été rayé, côtelé;15 €\n";
const LITHUANIAN = 'Užsakymo numeris;Pirkėjas;Mokėjimas\n0012;Jonas Šimkus, Šiauliai;įvykdytas\n0013;Rūta Žukauskienė;grąžinta\n';

describe('the encoding of a text', () => {
  it.each([
    ['gb18030', CHINESE],
    ['big5', TAIWAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['ibm866', RUSSIAN],
    ['ibm855', RUSSIAN],
    ['x-mac-cyrillic', RUSSIAN],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1250', HUNGARIAN],
    ['windows-1250', CZECH],
    ['iso-8859-2', CZECH],
    ['windows-1253', GREEK],
    ['windows-1254', TURKISH],
    ['windows-1255', HEBREW],
    ['windows-1256', ARABIC],
    ['windows-1257', LITHUANIAN],
    ['windows-874', THAI],
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['macintosh', GERMAN],
  ])('is found to be %s', (encoding, text) => {
    const bytes = iconv.encode(text, IN_ICONV[encoding] ?? encoding);
    expect(found(bytes).encoding).toBe(encoding);
    expect(read(bytes)).toBe(text);
  });

  it.each([
    ['订单编号', 'gb18030'],
    ['金额,数量', 'gb18030'],
    ['付款时间', 'gb18030'],
    ['訂單編號,數量', 'big5'],
    ['注文番号,商品名', 'shift_jis'],
    ['주문번호', 'cp949'],
    ['Заказ', 'windows-1251'],
    ['Номер заказа', 'koi8-r'],
    ['item,😀,5', 'gb18030'],
    ['size 45 °C, 5 µm', 'windows-1252'],
    ['price:\u00A0\u00A0\u00A05 €', 'windows-1252'],
    ['£5 or £6', 'windows-1252'],
    ['Größe', 'windows-1252'],
    ['Quantité', 'windows-1252'],
    ['señor,año', 'windows-1252'],
    ['Kraków,Łódź', 'windows-1250'],
  ])('needs no more than %s', (text, encoding) => {
    expect(read(iconv.encode(text, encoding))).toBe(text);
  });

  it('takes strays between Latin letters for no Han characters', () => {
    const bytes = Buffer.from('Prince George\x89\xdb\xaas and Montgomery; Columbia.\x89\xdb\x9d   ; En Espa\xcc\xb1ol', 'latin1');
    expect(found(bytes)).toMatchObject({ encoding: 'macintosh', sure: false });
    expect(read(bytes)).toBe('Prince Georgeâ€™s and Montgomery; Columbia.â€ù   ; En EspaÃ±ol');
  });

  it('reads half-width katakana', () => {
    const text = 'ﾁｭｳﾓﾝ,ｼｬﾂ,ﾔﾏﾀﾞ ﾊﾅｺ,1200\n';
    expect(read(iconv.encode(text, 'cp932'))).toBe(text);
  });

  it('reads a syllable that only the Windows code page has, and Windows punctuation', () => {
    expect(read(iconv.encode('주문번호,상품명\n1,펲시콜라 묶음\n', 'cp949'))).toContain('펲시콜라');
    expect(read(iconv.encode('He said “hello” – twice… it’s 5 €\n', 'windows-1252'))).toBe('He said “hello” – twice… it’s 5 €\n');
  });

  it('is not sure where a few bytes could be anything, and is where there is enough text', () => {
    expect(found(Uint8Array.of(0x61, 0xe4, 0x62)).sure).toBe(false);
    expect(found(iconv.encode(CHINESE, 'gb18030'))).toMatchObject({ sure: true, how: 'statistics', sample: { read: '订单编号' } });
  });

  it('takes a few valid UTF-8 sequences by chance for what they are in GB18030', () => {
    expect(found(iconv.encode('一,要,药', 'gb18030'))).toMatchObject({ encoding: 'gb18030', sure: false });
    expect(found(Buffer.from('é,ü', 'utf8'))).toMatchObject({ encoding: 'utf-8', sure: true });
  });
});

const IN_ICONV: Readonly<Record<string, string>> = { 'euc-kr': 'cp949', ibm855: 'cp855', ibm866: 'cp866', 'x-mac-cyrillic': 'maccyrillic', shift_jis: 'cp932' };

describe('Unicode', () => {
  const text = '订单编号,金额\n0012,5\n';
  it.each([
    ['utf-16le', false],
    ['utf-16be', false],
    ['utf-32le', false],
    ['utf-32be', false],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-32le', true],
    ['utf-32be', true],
    ['utf-8', true],
    ['utf-8', false],
  ])('is found in %s, with a mark: %s', (encoding, addBOM) => {
    const bytes = iconv.encode(text, encoding, { addBOM });
    expect(found(bytes)).toMatchObject({ encoding, sure: true });
    expect(read(bytes)).toBe(text);
  });

  it('does not believe a mark that the bytes contradict', () => {
    expect(read(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), iconv.encode(CHINESE, 'gb18030')]))).toBe(CHINESE);
    expect(read(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('order,amount\n1,5\n')]))).toBe('order,amount\n1,5\n');
    expect(read(Buffer.concat([Buffer.of(0xff, 0xfe), iconv.encode(text, 'utf-16be')]))).toBe(text);
  });

  it('keeps to UTF-8 when a few bytes of a long text are broken', () => {
    expect(found(Buffer.concat([Buffer.from(CHINESE.repeat(20)), Buffer.of(0xff, 10)]))).toMatchObject({ encoding: 'utf-8', brokenUtf8At: Buffer.byteLength(CHINESE) * 20 });
  });
});

describe('UTF-8 with a few broken bytes', () => {
  const lines = (count: number) => ['id,city,amt', '0,北京,0', ...Array.from({ length: count }, (_, i) => `${i + 1},x,${i}`), ''].join('\n');
  it.each<[string, Uint8Array, number, number]>([
    ['one of them in a small file', Buffer.concat([Buffer.from(lines(200)), Buffer.from('9,'), Buffer.from([0xff]), Buffer.from(',5\n')]), 203, 201],
    ['a character cut off far behind the sample', Buffer.concat([Buffer.from(lines(30_000)), Buffer.from('9,'), Buffer.from([0xe5, 0x8c]), Buffer.from(',5\n')]), 30_003, 30_001],
    ['the end of the file inside a character', Buffer.concat([Buffer.from(lines(3)), Buffer.from('9,7,'), Buffer.from([0xe5, 0x9b])]), 6, 4],
  ])('%s: the row is set aside', async (_name, bytes, row, rows) => {
    const { encoding, tables } = await readTable('x.csv', bytes);
    const [table] = tables;
    expect([encoding, table?.table.rows, table && literal(table)[1], table?.setAside.map((aside) => [aside.row, aside.reason.en]), table && reconciles(table)]).toEqual([
      'utf-8',
      rows,
      ['0', '北京', '0'],
      [[row, 'bytes that cannot be decoded']],
      true,
    ]);
  });

  it('is so as well where UTF-8 was chosen', async () => {
    const [table] = (await readTable('x.csv', Buffer.concat([Buffer.from('id,name\n1,北京\n2,'), Buffer.from([0xb1, 0xb1]), Buffer.from('\n3,x\n')]), { encoding: 'utf-8' })).tables;
    expect([table && literal(table).slice(1), table?.setAside.map(({ row }) => row)]).toEqual([
      [
        ['1', '北京'],
        ['3', 'x'],
      ],
      [3],
    ]);
  });

  it('is none where the whole text is in another encoding', async () => {
    const bytes = Buffer.concat([Buffer.from(`id,city,amt\n${'1,x,2\n'.repeat(60_000)}`), iconv.encode('2,杭州市,3\n3,上海市,4\n', 'gb18030')]);
    expect((await readTable('x.csv', bytes)).encoding).toBe('gb18030');
  });
});

it('Hong Kong writes its everyday characters in a Big5 of its own', () => {
  // By Python: 商品,數量 and two lines of 嘅嘢咗, 啲喺佢.
  const bytes = Buffer.from('b0d3ab7e2cbcc6b6710a9def9dcf9df72c350a9df89df6ca5c2c360a', 'hex');
  expect([found(bytes).encoding, read(bytes)]).toEqual(['big5', '商品,數量\n嘅嘢咗,5\n啲喺佢,6\n']);
});

it('UTF-8 behind a mark of UTF-16 is UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('订单编号,买家,金额\nA1,张三,10\n')]);
  expect([found(bytes).encoding, found(bytes).markLength]).toEqual(['utf-8', 2]);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('订单编号\t买家\n甲乙丙丁\t张三\n', 'utf16le')]);
  expect(found(wide).encoding).toBe('utf-16le');
});

describe('encodings in seven bits', () => {
  // “注文” in JIS X 0208, “주문” in KS X 1001 and “订单” in GB 2312, by their code tables.
  it.each([
    ['iso-2022-jp', '\x1b$BCmJ8\x1b(B,1\n'],
    ['iso-2022-kr', '\x1b$)C\x0eAV9.\x0f,1\n'],
    ['iso-2022-cn', '\x1b$)A\x0e6)5%\x0f,1\n'],
    ['hz-gb-2312', '~{6)5%~},1\n'],
    ['utf-7', '+i6JTVQ-,1\n'],
  ])('are found: %s', (encoding, text) => {
    expect(found(Buffer.from(text, 'latin1'))).toMatchObject({ encoding, how: 'escapes' });
  });

  it.each(['+8613800138000,1\n+86138001380,2\n', 'a+b,c+d\n', '~{x}~,1\n', '1+1=2,+5-\n', 'vba+comments.csv\n', '+abc,def\n'])('are not seen in %j', (text) => {
    expect(found(Buffer.from(text)).encoding).toBe('utf-8');
  });
});

describe('encodings that nothing decodes', () => {
  it.each([
    // “주문번호,상품명” in Johab: five bits for each letter of a syllable.
    ['johab', johab('주문번호,상품명,수량,배송지 주소\n면 반팔 티셔츠,서울시 강남구\n')],
    ['iso-2022-kr', Buffer.from('\x1b$)C\x0eAV9.\x0f,1\n', 'latin1')],
  ])('are named, with what to do: %s', (encoding, bytes) => {
    expect(found(bytes).encoding).toBe(encoding);
    expect(() => createTranscoder(encoding, decoder, 'orders.csv')).toThrowError(
      expect.objectContaining({
        info: expect.objectContaining({
          code: 'file-unsupported',
          message: { en: `orders.csv is in an encoding that is not supported: ${encodingLabel(encoding).en}`, zh: expect.stringContaining('不受支持') },
        }),
      }),
    );
  });
});

describe('names of encodings', () => {
  it('are all readable and labelled in both languages', () => {
    for (const encoding of ENCODINGS) {
      expect(readBytes(decoder)(encoding, Uint8Array.of(0x41, 0, 0, 0)), encoding).not.toBeNull();
      expect(encodingLabel(encoding).zh).not.toBe('');
    }
  });

  it.each([
    ['GBK', 'gb18030'],
    ['cp936', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['CP932', 'shift_jis'],
    ['cp949', 'euc-kr'],
    ['latin1', 'windows-1252'],
    ['cp1251', 'windows-1251'],
  ])('have aliases: %s', (label, name) => {
    expect(encodingName(label)).toBe(name);
  });
});

/** Writes Hangul in Johab. */
function johab(text: string): Buffer {
  const medials = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29];
  return Buffer.from(
    [...text].flatMap((character) => {
      const index = character.charCodeAt(0) - 0xac00;
      if (index < 0) return [character.charCodeAt(0)];
      const final = index % 28;
      const code = 0x8000 | ((Math.floor(index / 588) + 2) << 10) | ((medials[Math.floor(index / 28) % 21] as number) << 5) | (final < 17 ? final + 1 : final + 2);
      return [code >> 8, code & 255];
    }),
  );
}
