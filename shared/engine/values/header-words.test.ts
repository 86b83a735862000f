import { expect, test } from 'vitest';
import { saysAmount, saysDay, saysId, saysMoney, saysPersonal } from './header-words.ts';

test.each([
  ['Advertised SKU', { id: true, money: false, amount: false }],
  ['7 Day Advertised SKU Units (#)', { id: false, money: false, amount: true }],
  ['7 Day Total Orders (#)', { id: false, money: false, amount: true }],
  ['Order #', { id: false, money: false, amount: false }],
  ['7 Day Advertised SKU Sales', { id: true, money: true, amount: true }],
  ['Total Return on Advertising Spend (ROAS)', { id: false, money: false, amount: true }],
  ['Total Advertising Cost of Sales (ACOS)', { id: false, money: false, amount: true }],
  ['广告花费投产比', { id: false, money: false, amount: false }],
  ['Number of Offences', { id: false, money: false, amount: true }],
  ['Total number of orders', { id: false, money: false, amount: true }],
  ['No. of items', { id: false, money: false, amount: true }],
  ['number_of_views', { id: false, money: false, amount: true }],
  ['Order number', { id: true, money: false, amount: false }],
  ['Spend', { id: false, money: true, amount: true }],
])('%s', (name, { id, money, amount }) => {
  expect({ id: saysId(name), money: saysMoney(name), amount: saysAmount(name) }).toEqual({ id, money, amount });
});

test.each(['流水号', '单据号', '小票号', '出库号', '支付流水', '交易号', '批次号', '发票号', '序列号', '会员号', '商户号', '工号'])('%s is a code', (name) => {
  expect(saysId(name)).toBe(true);
});

// Of shops in Japan, Korea, Germany, France and Brazil.
test.each<[string, { id?: true; money?: true; day?: true; personal?: true }]>([
  ['注文番号', { id: true }],
  ['商品コード', { id: true }],
  ['郵便番号', { id: true }],
  ['注文日', { day: true }],
  ['売上日', { day: true }],
  ['日付', { day: true }],
  ['単価', { money: true }],
  ['小計', { money: true }],
  ['送料', { money: true }],
  ['売上', { money: true }],
  ['売上個数', {}],
  ['売上順位', {}],
  ['売上前年比', {}],
  ['매출 순위', {}],
  ['할인율', {}],
  ['Umsatzanteil', {}],
  ['注文者氏名', { personal: true }],
  ['注文者電話番号', { id: true, personal: true }],
  ['届け先住所', { personal: true }],
  ['주문번호', { id: true }],
  ['상품코드', { id: true }],
  ['주문일', { day: true }],
  ['날짜', { day: true }],
  ['판매가', { money: true }],
  ['배송비', { money: true }],
  ['결제금액', { money: true }],
  ['매출액', { money: true }],
  ['수량', {}],
  ['수취인', { personal: true }],
  ['연락처', { personal: true }],
  ['배송지 주소', { personal: true }],
  ['Bestellnr.', { id: true }],
  ['Artikelnummer', { id: true }],
  ['PLZ', { id: true }],
  ['Bestelldatum', { day: true }],
  ['Einzelpreis', { money: true }],
  ['Gesamtbetrag', { money: true }],
  ['Versandkosten', { money: true }],
  ['Menge', {}],
  ['Nachname', { personal: true }],
  ['Straße', { personal: true }],
  ['N° commande', { id: true }],
  ['Code postal', { id: true }],
  ['Prix unitaire TTC', { money: true }],
  ['Montant', { money: true }],
  ['Total TTC', { money: true }],
  ['Quantité', {}],
  ['Téléphone', { personal: true }],
  ['CEP', { id: true }],
  ['CPF', { id: true, personal: true }],
  ['Valor total', { money: true }],
  ['Line total', { money: true }],
  ['order_total', { money: true }],
  ['Grand Total', { money: true }],
  ['Preço', { money: true }],
  ['Frete', { money: true }],
  ['Endereço', { personal: true }],
  ['Situação', {}],
])('%s says what it is', (name, says) => {
  const found = { id: saysId(name), money: saysMoney(name), day: saysDay(name), personal: saysPersonal(name) };
  expect(Object.fromEntries(Object.entries(found).filter(([, is]) => is))).toEqual(says);
});
