// What the words of a header say of its column in Japanese, Korean, German, French, Spanish and Portuguese. Han characters are compared in
// their simplified form.

/** Codes. */
export const FOREIGN_ID = /番号$|コード$|번호$|코드$|nummer$|nr\.?$|^n[°º]|^num[ée]ro\b|^número\b|^plz$|postleitzahl|code postal|código postal|^(cep|cpf|cnpj|nif|siret|ean)$/i;

/** Amounts of money. */
export const FOREIGN_MONEY =
  /単価|定価|小[计計]|送料|手数料|売上|税込|税抜|値引|금액|판매가|단가|정가|가격|배송비|매출|할인액|(preis|betrag|umsatz|erlös|kosten|gebühr|rabatt)$|(^|\s)(prix|montant|remise|frais)(\s|$)|\btotal (ttc|ht)\b|(^|\s)(preço|precio|importe|frete|subtotal)(\s|$)|^valor (unit|total)/i;
/** Counts, ranks and shares of what is worth money. */
export const FOREIGN_COUNT = /個[数數]|个数|件数|点数|[順顺]位|ランク|[比率]$|수량|건수|개수|순위|[율률]$|rang$|anteil|menge|anzahl|quote$|quantité|taux|qtd|quantidade|cantidad|taxa/i;

/** Days. */
export const FOREIGN_DAY = /日付|年月日|(注文|売上|受注|発注|[发発]送|入金|出荷|登[录録]|更新)日(时|時)?$|날짜|일자|일시|(주문|결제|배송|등록|판매)일$|datum$|^data d[aoe] |date de |^fecha/i;

/** People, and where to reach them. */
export const FOREIGN_PERSONAL =
  /氏名|お名前|住所|[电電][话話]番号|メール|수취인|수령인|구매자|주문자|받는 ?분|성명|연락처|전화|휴대폰|주소|이메일|(vor|nach|familien|kunden)name$|telefon|straße|strasse|anschrift|(pré)?nom (du|de) |téléphone|adresse|teléfono|telefone|celular|dirección|endereço|^cpf$|nome do cliente|nombre del cliente/i;
