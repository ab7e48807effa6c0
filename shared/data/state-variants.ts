/**
 * Names other than the official short ones by which States are usually called, for recognising what people wrote. They
 * are never shown. Usual forms in the six languages: region names of the Unicode CLDR (ICU 78.2) where they differ
 * from UNTERM, former official names, and English formal names that formal-names.ts cannot build. A name that could
 * mean two (Korea, 刚果, Macedonia, America, England) is left out on purpose.
 */
export const STATE_VARIANTS = `
ARE | Emirates; 阿联酋; الإمارات
ARG | Argentine Republic
ATG | Antigua
BEN | Benín; بنين
BGD | Bangladés; 孟加拉
BHR | Baréin
BHS | Багамы
BIH | Bosnia; Bosnia-Herzegovina
BLR | Byelorussia; Biélorussie; Bielorrusia; Белоруссия
BOL | Bolivia; Bolivie; Боливия; 玻利维亚; بوليفيا; Plurinational State of Bolivia; دولة بوليفيا المتعددة القوميات
BRN | Brunei; Brunéi; Бруней; 文莱; بروني; بروناي
BTN | Bután
BWA | Botsuana
CAF | Центрально-Африканская Республика
CHE | Swiss Confederation
CHL | تشيلي
CHN | République populaire de Chine; República Popular China; Китайская Народная Республика; 中华人民共和国; جمهورية الصين الشعبية
CIV | Ivory Coast; Costa de Marfil; ساحل العاج
COD | DR Congo; D.R. Congo; Congo (Kinshasa); Congo-Kinshasa; Congo, Dem. Rep.; Congo, DR; ДР Конго; 刚果（金）; 刚果（金沙萨）
COG | Congo-Brazzaville; Congo (Brazzaville); Congo, Rep.; République du Congo; República del Congo; Республика Конго; 刚果（布拉柴维尔）; 刚果共和国; جمهورية الكونغو; الكونغو - برازافيل
COM | Коморы
CPV | Cape Verde; Cap-Vert; الرأس الأخضر
CZE | Czech Republic; République tchèque; República Checa; Чешская Республика; 捷克共和国; الجمهورية التشيكية; التشيك
DJI | Yibuti
DOM | 多米尼加共和国; جمهورية الدومينيكان
ECU | الإكوادور
EGY | Arab Republic of Egypt; Egypt, Arab Rep.
EUE | 欧盟; EU delegation; Delegation of the European Union; European Union (EU)
FJI | Fiyi
FRA | French Republic
FSM | Micronesia; Micronésie; Микронезия; 密克罗尼西亚; ميكرونيزيا; Federated States of Micronesia; Micronesia, Fed. Sts.; ولايات ميكرونيزيا الموحدة
GAB | Gabonese Republic; الغابون
GBR | United Kingdom; Great Britain; Britain; UK of Great Britain and Northern Ireland; Royaume-Uni; Grande-Bretagne; Reino Unido; Gran Bretaña; Соединенное Королевство; Великобритания; 联合王国; 英国; المملكة المتحدة; بريطانيا
GNB | Guinea-Bisáu; Guinea Bissau
GRC | Hellenic Republic
IRN | Iran; Irán; Иран; 伊朗; إيران; Islamic Republic of Iran; République islamique d'Iran; República Islámica del Irán; Исламская Республика Иран; جمهورية إيران الإسلامية
IRQ | Irak
KAZ | Kazajistán
KEN | Kenia
KGZ | Kyrgyz Republic; Kirghizstan; Киргизия; Киргизстан
KIR | كيريباتي
KNA | Saint Kitts; Saint-Christophe-et-Niévès; San Cristóbal y Nieves; سانت كيتس ونيفيس
KOR | South Korea; Korea, South; Korea, Rep.; Corée du Sud; Corea del Sur; Южная Корея; 韩国; كوريا الجنوبية
LAO | Laos; Lao PDR; Lao P.D.R.; Laos PDR; Лаос; 老挝; لاوس; لاو
LBN | Lebanese Republic
LBR | ليبيريا
LBY | Libyan Arab Jamahiriya
LKA | سريلانكا
LSO | Lesoto
LUX | لوكسمبورغ
MDA | Moldova; Moldavie; Moldavia; Молдова; Молдавия; 摩尔多瓦; مولدوفا
MDV | Мальдивы; جزر المالديف
MEX | United Mexican States
MKD | The former Yugoslav Republic of Macedonia
MLT | مالطا
MMR | Burma; Birmanie; Birmania; Myanmar/Burma; Myanmar (Burma); Бирма
MOZ | موزمبيق
MWI | Malaui
NLD | Holland; Netherlands (Kingdom of the); Royaume des Pays-Bas; Pays-Bas (Royaume des); Reino de los Países Bajos; Países Bajos (Reino de los); Королевство Нидерландов; 荷兰王国; مملكة هولندا
NPL | Federal Democratic Republic of Nepal
NZL | Aotearoa New Zealand; Nueva Zelanda
PLW | Palaos
PNG | Papúa Nueva Guinea
PRK | North Korea; Korea, North; Korea, Dem. People's Rep.; DPR Korea; DPR of Korea; Corée du Nord; Corea del Norte; Северная Корея; 朝鲜; كوريا الشمالية
PRT | Portuguese Republic
PSE | Palestine; Palestina; Палестина; 巴勒斯坦; فلسطين
QAT | Catar
ROU | Rumanía
RUS | Russia; Russie; Rusia; Россия; 俄罗斯; روسيا
RWA | Ruanda
SAU | Arabia Saudí; السعودية
SLV | Эль-Сальвадор; Salvador
STP | Sao Tome; ساو تومي وبرينسيبي
SUR | Surinam
SVK | Slovak Republic; République slovaque; República Eslovaca
SWZ | Swaziland; Suazilandia; Esuatini; Свазиленд
SYC | سيشل
SYR | Syria; Syrie; Siria; Сирия; 叙利亚; سوريا; سورية
TGO | Togolese Republic
THA | تايلاند
TLS | East Timor; Timor oriental; Восточный Тимор
TTO | Trinidad
TUR | Turkey; Turkiye; Turquie; Turquía; Türkiye (Turkey); Turkey/Türkiye; Türkiye/Turkey
TZA | Tanzania; Tanzanie; Tanzanía; Танзания; 坦桑尼亚; تنزانيا
URY | Eastern Republic of Uruguay; Oriental Republic of Uruguay; أورغواي
USA | United States; États-Unis; Estados Unidos; Соединенные Штаты; 美国; الولايات المتحدة
VAT | Vatican; Vatican City; Vatican City State; Ватикан; 梵蒂冈; الفاتيكان
VCT | Saint Vincent; Saint Vincent & Grenadines; Saint Vincent and Grenadines; San Vicente
VEN | Venezuela; Венесуэла; 委内瑞拉; فنزويلا; Bolivarian Republic of Venezuela; جمهورية فنزويلا البوليفارية
VNM | Vietnam; Viêt Nam; فيتنام
ZAF | Южно-Африканская Республика
ZWE | Zimbabue; زيمبابوي
`;

/**
 * Abbreviations, recognised in capitals only, since in small letters some are words. ISO 3166-1 alpha-3 codes are
 * recognised in the same way without standing here; `NAM` is not, since it mostly means the Non-Aligned Movement.
 */
export const STATE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CHN: ['PRC', 'КНР'],
    COD: ['DRC', 'RDC', 'ДРК'],
    EUE: ['EU', 'UE', 'ЕС'],
    GBR: ['UK', 'U K', 'GB'],
    KOR: ['ROK', 'RoK'],
    NZL: ['NZ'],
    PRK: ['DPRK', 'RPDC', 'КНДР'],
    RUS: ['РФ'],
    SAU: ['KSA'],
    USA: ['US', 'EUA', 'EEUU', 'EE UU', 'США'],
    ARE: ['UAE', 'EAU', 'ОАЭ'],
    ZAF: ['RSA', 'ЮАР'],
    CAF: ['ЦАР'],
    LAO: ['LPDR'],
  }).flatMap(([code, written]) => written.map((abbreviation) => [abbreviation, code] as const)),
);
