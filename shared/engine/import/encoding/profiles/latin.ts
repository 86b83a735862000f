import type { Language } from './language.ts';

/** Everyday sentences of languages in Latin letters with marks; their letter pairs are the model. */
export const LATIN: readonly Language[] = [
  {
    id: 'en',
    letters: 'abcdefghijklmnopqrstuvwxyzéèñöüçáíóïâêäåø',
    text: `Order number, date, customer, quantity, price, amount, discount, shipping, address, city, country, phone, payment, status. The item has been shipped and will be delivered within a few days. Thank you for shopping with us! If you have any questions, please write to us and we will answer. The weather is good today and all the people went outside. This was one of the most interesting cases that he told his friends about. She said that she could not come because she had to work. When we got home it was already late, but the children were still awake. The new version of the program makes it quick to create reports. A café, a résumé, a naïve façade, Zoë, piñata, Müller, São Paulo, señor, crème brûlée, déjà vu, fiancée, Malmö, Curaçao, jalapeño, coöperate.`,
  },
  {
    id: 'de',
    letters: 'abcdefghijklmnopqrstuvwxyzäöüßé',
    text: `Bestellnummer, Datum, Käufer, Menge, Preis, Betrag, Rabatt, Versand, Straße, Ort, Land, Telefon, Zahlung, Größe, Gebühr, Rückerstattung, für, über, Stück, Verkäufer, Währung, Lieferung. Die Ware wurde verschickt und wird in den nächsten Tagen geliefert. Vielen Dank für Ihren Einkauf in unserem Geschäft! Wenn Sie Fragen haben, schreiben Sie uns bitte, wir antworten natürlich gern. Heute ist schönes Wetter, und alle Leute gingen hinaus. Das war einer der interessantesten Fälle, von denen er seinen Freunden erzählte. Sie sagte, sie könne nicht kommen, weil sie arbeiten müsse. Als wir nach Hause kamen, war es schon spät, aber die Kinder schliefen noch nicht. Die größten Städte Österreichs, München, Köln, Düsseldorf, Zürich, während, außerdem, möglich, zurück, grüßen, Bücher, hören, Mädchen, Männer, Häuser, früh, können, würde, wäre, hätte, dafür, früher, natürlich, öffentlich, Übung, Äpfel, Öl, Universität, weiß, groß, muß, daß.`,
  },
  {
    id: 'fr',
    letters: 'abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ',
    text: `Numéro de commande, date, client, quantité, prix, montant, réduction, expédition, adresse, ville, pays, téléphone, paiement, état, référence, libellé, désignation, société, prénom, reçu, livré, payé, annulé, remboursé. L'article a été expédié et sera livré dans quelques jours. Merci de votre achat dans notre boutique ! Si vous avez des questions, écrivez-nous et nous vous répondrons bientôt. Aujourd'hui il fait beau et tout le monde est sorti. C'était l'un des cas les plus intéressants dont il parlait à ses amis. Elle a dit qu'elle ne pouvait pas venir parce qu'elle devait travailler. Quand nous sommes arrivés à la maison, il était déjà tard, mais les enfants ne dormaient pas encore. Où êtes-vous né ? Là-bas, à côté de la forêt, près du château, être, même, après, très, père, mère, frère, problème, système, fenêtre, tête, août, sûr, goût, connaître, île, plaît, hôtel, rôle, bientôt, français, garçon, leçon, façon, ça, Noël, naïf, cœur, œuvre, sœur, élève, général, développement, égalité, président, République française, années, créé, idée, première, dernière, grâce, théâtre, âge.`,
  },
  {
    id: 'es',
    letters: 'abcdefghijklmnopqrstuvwxyzáéíñóúü',
    text: `Número de pedido, fecha, cliente, cantidad, precio, importe, descuento, envío, dirección, ciudad, país, teléfono, pago, estado, artículo, categoría, código, España, año, devolución, comisión, descripción, compañía, tamaño, día. El artículo ha sido enviado y se entregará en unos días. ¡Gracias por su compra en nuestra tienda! Si tiene alguna pregunta, escríbanos y le responderemos. ¿Cómo está usted? Hoy hace buen tiempo y toda la gente salió a la calle. Este fue uno de los casos más interesantes que contó a sus amigos. Ella dijo que no podía venir porque tenía que trabajar. Cuando llegamos a casa ya era tarde, pero los niños todavía no dormían. También, además, así, aquí, después, según, información, situación, política, económico, público, último, único, fácil, difícil, árbol, él, sí, qué, quién, dónde, mañana, señor, pequeño, niña, español, sueño, vergüenza, música, fútbol, razón, corazón, jardín, jóvenes, lápiz, México, América, será, está, había, podría, millón.`,
  },
  {
    id: 'pt',
    letters: 'abcdefghijklmnopqrstuvwxyzàáâãçéêíóôõúü',
    text: `Número do pedido, data, cliente, quantidade, preço, valor, desconto, envio, endereço, cidade, país, telefone, pagamento, situação, código, descrição, avaliação, frete, devolução, comissão. O produto foi enviado e será entregue em alguns dias. Obrigado pela sua compra em nossa loja! Se você tiver alguma dúvida, escreva para nós e responderemos. Hoje o tempo está bom e todas as pessoas saíram. Este foi um dos casos mais interessantes que ele contou aos amigos. Ela disse que não podia vir porque tinha que trabalhar. Quando chegamos em casa já era tarde, mas as crianças ainda não dormiam. São Paulo, não, então, também, até, após, já, há, é, três, português, inglês, você, você, avô, avó, pão, mãe, irmão, ações, informações, milhões, põe, opções, coração, atenção, situações, condições, força, começar, março, praça, público, último, política, econômico, história, único, possível, água, à, às, lâmpada, câmara, ônibus, saúde, juízo.`,
  },
  {
    id: 'it',
    letters: 'abcdefghijklmnopqrstuvwxyzàèéìíòóùú',
    text: `Numero ordine, data, cliente, quantità, prezzo, importo, sconto, spedizione, indirizzo, città, paese, telefono, pagamento, stato, qualità, attività. L'articolo è stato spedito e sarà consegnato tra pochi giorni. Grazie per il tuo acquisto nel nostro negozio! Se hai domande, scrivici e ti risponderemo. Oggi il tempo è bello e tutta la gente è uscita. Questo è stato uno dei casi più interessanti che raccontò ai suoi amici. Lei ha detto che non poteva venire perché doveva lavorare. Quando siamo arrivati a casa era già tardi, ma i bambini non dormivano ancora. Perché, poiché, né, sé, così, lì, lunedì, martedì, più, può, però, ciò, già, là, verità, libertà, università, caffè, tè, cioè, virtù, gioventù, farà, andrò, sarà, finì, società, possibilità, c'è, dov'è, È.`,
  },
  {
    id: 'nordic',
    letters: 'abcdefghijklmnopqrstuvwxyzåäöæøéü',
    text: `Ordrenummer, dato, kunde, antall, pris, beløp, rabatt, frakt, adresse, sted, land, telefon, betaling, status. Varen er sendt og blir levert om noen få dager. Takk for at du handlet hos oss! Hvis du har spørsmål, må du gjerne skrive til oss. I dag er været fint, og alle gikk ut. Hun sa at hun ikke kunne komme fordi hun måtte på jobb. Da vi kom hjem, var det allerede sent, men børnene sov ikke endnu. København, Århus, Tromsø, først, også, når, så, år, år, når, på, være, læse, før, større, gøre, hører, nødvendig, næste. Ordernummer, datum, köpare, mängd, belopp, frakt, stad, betalning, är, och, för, på, från, även, några, över, när, så, år, Göteborg, Malmö, Västerås, människor, många, också, går, får, måste, själv, hjälp, öppna, köp, försäljning, nästa, söder, året, största, åter, väg, språk, både, där, här, svårt, länge, låt, märke, fråga, svenska, ä, ö. Tilausnumero, päivä, määrä, hinta, hyvää, että, älä, minä, sinä, hän, tämä, nämä, myös, työ, yhtiö, pää, sähköposti, käyttäjä, ei ole, kiitos, näytä, lisätä, Jyväskylä, pöytä, tyttö, päätös, eräs, myyntiä.`,
  },
  {
    id: 'is',
    letters: 'abdefghijklmnoprstuvxyáðéíóúýþæö',
    text: `Pöntun, dagsetning, viðskiptavinur, fjöldi, verð, upphæð, afsláttur, sending, heimilisfang, borg, land, sími, greiðsla, staða. Varan hefur verið send og kemur eftir nokkra daga. Þakka þér fyrir að versla hjá okkur! Ef þú hefur spurningar skaltu skrifa okkur. Í dag er gott veður og allir fóru út. Hún sagði að hún gæti ekki komið því að hún þyrfti að vinna. Þegar við komum heim var orðið áliðið en börnin voru ekki sofnuð. Ísland, Reykjavík, þetta, það, því, þá, þessi, með, við, hafði, maður, síðan, árið, íslenska, mjög, höfðu, öll, æskan, nýr, úr.`,
  },
  {
    id: 'hu',
    letters: 'abcdefghijklmnopqrstuvwxyzáéíóöőúüű',
    text: `Rendelésszám, dátum, vevő, mennyiség, ár, összeg, kedvezmény, szállítás, cím, város, ország, telefonszám, fizetés, állapot. Az árut elküldtük, és néhány napon belül megérkezik. Köszönjük, hogy üzletünkben vásárolt! Ha kérdése van, kérjük, írjon nekünk, és szívesen válaszolunk. Ma szép idő van, és minden ember kiment az utcára. Ez volt az egyik legérdekesebb eset, amelyről a barátainak mesélt. Azt mondta, hogy nem tud eljönni, mert dolgoznia kell. Amikor hazaértünk, már késő volt, de a gyerekek még nem aludtak. A program új változatával gyorsan készíthetők kimutatások. Ebben az évben a magyar vállalatok növelték a termelést és az eladást. A kormány döntött arról, hogyan kell megváltoztatni a törvényt. Ő az életről és az emberekről gondolkodott, akik régebben itt éltek, és boldognak érezte magát. Nő, idő, erő, fő, jövő, előtt, először, időben, később, tőle, ettől, gyűlés, gyűrű, nagyszerű, működik, egyszerű, szükséges, között, köztük, ő, ők, őket, őszi, fűtés, tűz, új, út, húsz, fiú, több, csak, lehet, ahol, volna, című, erről, első, főleg, felől, nélkül, körül, üzlet, ülés, szerző, űrhajó, hű. Őt is, ÉS, AZ. A fiuk az egyetemen tanul fizikát és matematikát.`,
  },
  {
    id: 'cs',
    letters: 'abcdefghijklmnopqrstuvwxyzáčďéěíňóřšťúůýž',
    text: `Číslo objednávky, datum, zákazník, množství, cena, částka, sleva, doprava, adresa, město, země, telefon, platba, stav. Zboží bylo odesláno a bude doručeno během několika dní. Děkujeme za nákup v našem obchodě! Máte-li otázky, napište nám prosím a my vám odpovíme. Dnes je hezké počasí a všichni lidé vyšli ven. To byl jeden z nejzajímavějších případů, o kterém vyprávěl svým přátelům. Řekla, že nemůže přijít, protože musí pracovat. Když jsme přišli domů, bylo už pozdě, ale děti ještě nespaly. Nová verze programu umožňuje rychle vytvářet přehledy a prohlížet údaje za libovolné období. V letošním roce české podniky zvýšily výrobu a prodej výrobků. Vláda rozhodla, jak je třeba změnit zákon. Přemýšlel o životě, o lidech, kteří zde žili dříve, a cítil se šťastný. Kůň, dům, může, průběh, důvod, ťukat, něco, někdo, pět, tři, čtyři, šest, žádný, ďábel, loď, teď, chuť, síť, což, již, než, také, však, příklad, společnost, země, práce, úřad, účet, ještě, člověk. Jejich syn studuje na univerzitě fyziku a matematiku.`,
  },
  {
    id: 'sk',
    letters: 'abcdefghijklmnopqrstuvwxyzáäčďéíĺľňóôŕšťúýž',
    text: `Číslo objednávky, dátum, zákazník, množstvo, cena, suma, zľava, doprava, adresa, mesto, krajina, telefón, platba, stav. Tovar bol odoslaný a bude doručený v priebehu niekoľkých dní. Ďakujeme za nákup v našom obchode! Ak máte otázky, napíšte nám, prosím, a my vám odpovieme. Dnes je pekné počasie a všetci ľudia vyšli von. To bol jeden z najzaujímavejších prípadov, o ktorom rozprával svojim priateľom. Povedala, že nemôže prísť, pretože musí pracovať. Keď sme prišli domov, bolo už neskoro, ale deti ešte nespali. Nová verzia programu umožňuje rýchlo vytvárať prehľady a prezerať údaje za ľubovoľné obdobie. Tento rok slovenské podniky zvýšili výrobu a predaj výrobkov. Vláda rozhodla, ako treba zmeniť zákon. Premýšľal o živote, o ľuďoch, ktorí tu žili predtým, a cítil sa šťastný. Kôň, môže, stôl, pôda, päť, mäso, deväť, vôľa, dĺžka, stĺp, vŕba, veľmi, veľa, ľahko, česť, byť, mať, robiť, ísť, vedieť, chcieť, môcť, nikdy, ešte, však, ďalší, spoločnosť, človek, práca, úrad, účet. Ich syn študuje na univerzite fyziku a matematiku.`,
  },
  {
    id: 'pl',
    letters: 'abcdefghijklmnopqrstuvwxyząćęłńóśźż',
    text: `Numer zamówienia, data, klient, ilość, cena, kwota, rabat, wysyłka, adres, miasto, kraj, telefon, płatność, stan, sprzedaż, zwrot. Towar został wysłany i będzie dostarczony w ciągu kilku dni. Dziękujemy za zakupy w naszym sklepie! Jeśli mają państwo pytania, prosimy do nas napisać, a odpowiemy. Dziś jest ładna pogoda i wszyscy ludzie wyszli na ulicę. Był to jeden z najciekawszych przypadków, o którym opowiadał swoim przyjaciołom. Powiedziała, że nie może przyjść, ponieważ musi pracować. Kiedy wróciliśmy do domu, było już późno, ale dzieci jeszcze nie spały. Nowa wersja programu pozwala szybko tworzyć zestawienia i przeglądać dane za dowolny okres. W tym roku polskie przedsiębiorstwa zwiększyły produkcję i sprzedaż wyrobów. Rząd podjął decyzję, jak należy zmienić ustawę. Myślał o życiu, o ludziach, którzy żyli tu wcześniej, i czuł się szczęśliwy. Źródło, źle, późny, święto, środa, ćwiczenie, łódź, książka, ręka, są, się, być, mieć, że, też, także, można, każdy, cześć, kość, gość, koń, dzień, wąż, mąż, gęś, ząb, pięć, dziewięć, żółty, łóżko, część, społeczeństwo, człowiek, pracę, żona. Ich syn studiuje na uniwersytecie fizykę i matematykę.`,
  },
  {
    id: 'hr',
    letters: 'abcdefghijklmnopqrstuvwxyzčćđšž',
    text: `Broj narudžbe, datum, kupac, količina, cijena, iznos, popust, dostava, adresa, grad, država, telefon, plaćanje, stanje. Roba je poslana i bit će isporučena za nekoliko dana. Hvala vam na kupnji u našoj trgovini! Ako imate pitanja, molimo vas da nam pišete i mi ćemo vam odgovoriti. Danas je lijepo vrijeme i svi su ljudi izašli van. To je bio jedan od najzanimljivijih slučajeva o kojima je pričao svojim prijateljima. Rekla je da ne može doći jer mora raditi. Kad smo stigli kući, već je bilo kasno, ali djeca još nisu spavala. Nova inačica programa omogućuje brzu izradu izvješća i pregled podataka za bilo koje razdoblje. Ove godine hrvatska poduzeća povećala su proizvodnju i prodaju robe. Vlada je odlučila kako treba izmijeniti zakon. Što, šest, škola, žena, život, čovjek, čaj, ćevapi, noć, kuća, međutim, također, događaj, rođen, građanin, đak, uređaj, više, može, još, već, treći, sljedeći, češće. Njihov sin uči na sveučilištu fiziku i matematiku.`,
  },
  {
    id: 'sl',
    letters: 'abcdefghijklmnopqrstuvwxyzčšž',
    text: `Številka naročila, datum, kupec, količina, cena, znesek, popust, dostava, naslov, mesto, država, telefon, plačilo, stanje. Blago je bilo poslano in bo dostavljeno v nekaj dneh. Hvala za nakup v naši trgovini! Če imate vprašanja, nam prosimo pišite in vam bomo odgovorili. Danes je lepo vreme in vsi ljudje so šli ven. To je bil eden najzanimivejših primerov, o katerem je pripovedoval svojim prijateljem. Rekla je, da ne more priti, ker mora delati. Ko smo prišli domov, je bilo že pozno, a otroci še niso spali. Nova različica programa omogoča hitro izdelavo poročil in pregled podatkov za poljubno obdobje. Letos so slovenska podjetja povečala proizvodnjo in prodajo izdelkov. Vlada je odločila, kako je treba spremeniti zakon. Šest, šola, žena, življenje, človek, čaj, noč, hiša, več, še, že, če, kaj, lahko, tudi, boljši, večji, češnja, število, največ, možnost, območje. Njihov sin študira na univerzi fiziko in matematiko.`,
  },
  {
    id: 'ro',
    letters: 'abcdefghijklmnopqrstuvwxyzăâîşţșț',
    text: `Număr comandă, dată, client, cantitate, preţ, sumă, reducere, livrare, adresă, oraş, ţară, telefon, plată, stare. Produsul a fost expediat şi va fi livrat în câteva zile. Vă mulţumim pentru cumpărăturile făcute în magazinul nostru! Dacă aveţi întrebări, vă rugăm să ne scrieţi şi vă vom răspunde. Astăzi vremea este frumoasă şi toţi oamenii au ieşit afară. Acesta a fost unul dintre cele mai interesante cazuri despre care le povestea prietenilor săi. Ea a spus că nu poate veni pentru că trebuie să lucreze. Când am ajuns acasă era deja târziu, dar copiii încă nu dormeau. Noua versiune a programului permite crearea rapidă a rapoartelor. Anul acesta firmele româneşti au mărit producţia şi vânzarea. Guvernul a hotărât cum trebuie schimbată legea. Şi, să, în, într-o, între, până, după, fără, către, aşa, însă, câte, mâine, pâine, român, sânge, gând, cât, când, acţiune, informaţii, naţional, viaţă, faţă, piaţă, aceşti, muncă, apă, mamă, tată, împreună, întotdeauna. Fiul lor studiază la universitate fizica şi matematica.`,
  },
  {
    id: 'tr',
    letters: 'abcçdefgğhıijklmnoöprsştuüvyzâîû',
    text: `Sipariş numarası, tarih, müşteri, miktar, fiyat, tutar, indirim, kargo, adres, şehir, ülke, telefon, ödeme, durum. Ürün gönderildi ve birkaç gün içinde teslim edilecek. Mağazamızdan alışveriş yaptığınız için teşekkür ederiz! Sorularınız varsa lütfen bize yazın, size cevap vereceğiz. Bugün hava güzel ve bütün insanlar dışarı çıktı. Bu, arkadaşlarına anlattığı en ilginç olaylardan biriydi. Çalışması gerektiği için gelemeyeceğini söyledi. Eve geldiğimizde vakit çok geçti ama çocuklar daha uyumamıştı. Programın yeni sürümü raporları hızlı bir şekilde hazırlamayı sağlıyor. Bu yıl Türk şirketleri üretimi ve satışı artırdı. Hükümet yasanın nasıl değiştirilmesi gerektiğine karar verdi. Hayatı ve eskiden burada yaşayan kişileri düşündü, kendini mutlu hissetti. Şimdi, şey, iş, baş, kış, güneş, değil, doğru, ağaç, dağ, olduğu, yapılan, kadın, sınıf, ışık, ısı, ilk, için, gibi, göre, çünkü, üç, dört, beş, altı, yedi, İstanbul, İzmir, Iğdır, büyük, küçük, görüş, öğrenci, öğretmen, başka, karşı, arasında, sonra, nasıl, hiç, açık, Türkçe. Oğulları üniversitede fizik ve matematik okuyor.`,
  },
  {
    id: 'et',
    letters: 'abdefghijklmnoprsšzžtuvõäöü',
    text: `Tellimuse number, kuupäev, ostja, kogus, hind, summa, allahindlus, tarne, aadress, linn, riik, telefon, makse, olek. Kaup on välja saadetud ja jõuab kohale mõne päeva pärast. Täname, et ostsite meie poest! Kui teil on küsimusi, palun kirjutage meile ja me vastame. Täna on ilus ilm ja kõik inimesed läksid õue. See oli üks huvitavamaid juhtumeid, millest ta oma sõpradele jutustas. Ta ütles, et ei saa tulla, sest peab töötama. Kui me koju jõudsime, oli juba hilja, aga lapsed veel ei maganud. Uus versioon võimaldab kiiresti aruandeid koostada. Õpetaja, õige, võib, või, mõni, nõu, põhi, sõna, kõrge, üle, ühe, küla, müük, öö, töö, pööning, äri, käsi, näiteks, šokolaad, žanr, võrk, Põltsamaa, Tõnu.`,
  },
  {
    id: 'lv',
    letters: 'aābcčdeēfgģhiījkķlļmnņoprsštuūvzž',
    text: `Pasūtījuma numurs, datums, pircējs, daudzums, cena, summa, atlaide, piegāde, adrese, pilsēta, valsts, tālrunis, maksājums, stāvoklis. Prece ir nosūtīta un tiks piegādāta dažu dienu laikā. Paldies par pirkumu mūsu veikalā! Ja jums ir jautājumi, lūdzu, rakstiet mums, un mēs atbildēsim. Šodien ir labs laiks, un visi cilvēki izgāja ārā. Viņa teica, ka nevar atnākt, jo viņai jāstrādā. Kad mēs atgriezāmies mājās, bija jau vēls, bet bērni vēl negulēja. Jaunā programmas versija ļauj ātri veidot pārskatus. Šogad Latvijas uzņēmumi palielināja ražošanu un pārdošanu. Ķīna, ģimene, ļoti, kļūda, viņš, šī, čau, žēl, ēka, ūdens, īss, āda, vārds, gads, Rīga, mūsu, tā, kā, arī, būs, lūk, dzīve, tēvs, māte, pēc, līdz.`,
  },
  {
    id: 'lt',
    letters: 'aąbcčdeęėfghiįyjklmnoprsštuųūvzž',
    text: `Užsakymo numeris, data, pirkėjas, kiekis, kaina, suma, nuolaida, pristatymas, adresas, miestas, šalis, telefonas, mokėjimas, būsena. Prekė išsiųsta ir bus pristatyta per kelias dienas. Dėkojame, kad pirkote mūsų parduotuvėje! Jei turite klausimų, prašome mums parašyti ir mes atsakysime. Šiandien gražus oras ir visi žmonės išėjo į lauką. Ji pasakė, kad negali ateiti, nes turi dirbti. Kai grįžome namo, jau buvo vėlu, bet vaikai dar nemiegojo. Naujoji programos versija leidžia greitai kurti ataskaitas. Šiais metais Lietuvos įmonės padidino gamybą ir pardavimą. Ąžuolas, ęs, įvairūs, ūkis, žodis, čia, šimtas, yra, jų, tų, gerų, dėl, tačiau, todėl, būti, gyvenimą, tėvas, mažas, pačių, kurį, kurią, savo, Vilnius, Šiauliai.`,
  },
  {
    id: 'vi',
    letters: 'abcdeghiklmnopqrstuvxyăâđêôơư\u0300\u0301\u0303\u0309\u0323áàéèíìóòúùâêôç',
    text: 'Mã đơn hàng, ngày, khách hàng, số lượng, giá, số tiền, giảm giá, vận chuyển, địa chỉ, thành phố, quốc gia, điện thoại, thanh toán, trạng thái. Hàng đã được gửi và sẽ được giao trong vài ngày tới. Cảm ơn bạn đã mua hàng tại cửa hàng của chúng tôi! Nếu bạn có câu hỏi, vui lòng viết cho chúng tôi, chúng tôi sẽ trả lời. Hôm nay trời đẹp và mọi người đều ra ngoài. Cô ấy nói rằng cô ấy không thể đến vì phải làm việc. Khi chúng tôi về đến nhà thì đã muộn, nhưng bọn trẻ vẫn chưa ngủ. Phiên bản mới của chương trình cho phép tạo báo cáo nhanh. Năm nay các công ty Việt Nam đã tăng sản xuất và bán hàng. Những, người, được, một, của, và, các, có, này, trong, không, để, với, cũng, đó, nước, ở, từ, nhiều, điều, đường, thời.'
      .normalize('NFD')
      // Windows-1258 keeps the letters with a hat, breve or horn whole and writes the tone behind them.
      .replaceAll('a\u0302', 'â')
      .replaceAll('e\u0302', 'ê')
      .replaceAll('o\u0302', 'ô')
      .replaceAll('a\u0306', 'ă')
      .replaceAll('o\u031b', 'ơ')
      .replaceAll('u\u031b', 'ư'),
  },
];
