/**
 * The Member States of the African Group: ISO 3166-1 alpha-3 code | English | French | Spanish | Russian | Chinese
 * | Arabic. Sources and date: member-states.ts.
 */
export const AFRICAN = `
DZA | Algeria | Algérie | Argelia | Алжир | 阿尔及利亚 | الجزائر
AGO | Angola | Angola | Angola | Ангола | 安哥拉 | أنغولا
BEN | Benin | Bénin | Benin | Бенин | 贝宁 | بنن
BWA | Botswana | Botswana | Botswana | Ботсвана | 博茨瓦纳 | بوتسوانا
BFA | Burkina Faso | Burkina Faso | Burkina Faso | Буркина-Фасо | 布基纳法索 | بوركينا فاسو
BDI | Burundi | Burundi | Burundi | Бурунди | 布隆迪 | بوروندي
CPV | Cabo Verde | Cabo Verde | Cabo Verde | Кабо-Верде | 佛得角 | كابو فيردي
CMR | Cameroon | Cameroun | Camerún | Камерун | 喀麦隆 | الكاميرون
CAF | Central African Republic | République centrafricaine | República Centroafricana | Центральноафриканская Республика | 中非共和国 | جمهورية أفريقيا الوسطى
TCD | Chad | Tchad | Chad | Чад | 乍得 | تشاد
COM | Comoros | Comores | Comoras | Коморские Острова | 科摩罗 | جزر القمر
COG | Congo | Congo | Congo | Конго | 刚果（布） | الكونغو
CIV | Côte d'Ivoire | Côte d'Ivoire | Côte d’Ivoire | Кот-д’Ивуар | 科特迪瓦 | كوت ديفوار
COD | Democratic Republic of the Congo | République démocratique du Congo | República Democrática del Congo | Демократическая Республика Конго | 刚果民主共和国 | جمهورية الكونغو الديمقراطية
DJI | Djibouti | Djibouti | Djibouti | Джибути | 吉布提 | جيبوتي
EGY | Egypt | Égypte | Egipto | Египет | 埃及 | مصر
GNQ | Equatorial Guinea | Guinée équatoriale | Guinea Ecuatorial | Экваториальная Гвинея | 赤道几内亚 | غينيا الاستوائية
ERI | Eritrea | Érythrée | Eritrea | Эритрея | 厄立特里亚 | إريتريا
SWZ | Eswatini | Eswatini | Eswatini | Эсватини | 斯威士兰 | إسواتيني
ETH | Ethiopia | Éthiopie | Etiopía | Эфиопия | 埃塞俄比亚 | إثيوبيا
GAB | Gabon | Gabon | Gabón | Габон | 加蓬 | غابون
GMB | Gambia | Gambie | Gambia | Гамбия | 冈比亚 | غامبيا
GHA | Ghana | Ghana | Ghana | Гана | 加纳 | غانا
GIN | Guinea | Guinée | Guinea | Гвинея | 几内亚 | غينيا
GNB | Guinea-Bissau | Guinée-Bissau | Guinea-Bissau | Гвинея-Бисау | 几内亚比绍 | غينيا - بيساو
KEN | Kenya | Kenya | Kenya | Кения | 肯尼亚 | كينيا
LSO | Lesotho | Lesotho | Lesotho | Лесото | 莱索托 | ليسوتو
LBR | Liberia | Libéria | Liberia | Либерия | 利比里亚 | ليبريا
LBY | Libya | Libye | Libia | Ливия | 利比亚 | ليبيا
MDG | Madagascar | Madagascar | Madagascar | Мадагаскар | 马达加斯加 | مدغشقر
MWI | Malawi | Malawi | Malawi | Малави | 马拉维 | ملاوي
MLI | Mali | Mali | Malí | Мали | 马里 | مالي
MRT | Mauritania | Mauritanie | Mauritania | Мавритания | 毛里塔尼亚 | موريتانيا
MUS | Mauritius | Maurice | Mauricio | Маврикий | 毛里求斯 | موريشيوس
MAR | Morocco | Maroc | Marruecos | Марокко | 摩洛哥 | المغرب
MOZ | Mozambique | Mozambique | Mozambique | Мозамбик | 莫桑比克 | موزامبيق
NAM | Namibia | Namibie | Namibia | Намибия | 纳米比亚 | ناميبيا
NER | Niger | Niger | Níger | Нигер | 尼日尔 | النيجر
NGA | Nigeria | Nigéria | Nigeria | Нигерия | 尼日利亚 | نيجيريا
RWA | Rwanda | Rwanda | Rwanda | Руанда | 卢旺达 | رواندا
STP | Sao Tome and Principe | Sao Tomé-et-Principe | Santo Tomé y Príncipe | Сан-Томе и Принсипи | 圣多美和普林西比 | سان تومي وبرينسيبي
SEN | Senegal | Sénégal | Senegal | Сенегал | 塞内加尔 | السنغال
SYC | Seychelles | Seychelles | Seychelles | Сейшельские Острова | 塞舌尔 | سيشيل
SLE | Sierra Leone | Sierra Leone | Sierra Leona | Сьерра-Леоне | 塞拉利昂 | سيراليون
SOM | Somalia | Somalie | Somalia | Сомали | 索马里 | الصومال
ZAF | South Africa | Afrique du Sud | Sudáfrica | Южная Африка | 南非 | جنوب أفريقيا
SSD | South Sudan | Soudan du Sud | Sudán del Sur | Южный Судан | 南苏丹 | جنوب السودان
SDN | Sudan | Soudan | Sudán | Судан | 苏丹 | السودان
TGO | Togo | Togo | Togo | Того | 多哥 | توغو
TUN | Tunisia | Tunisie | Túnez | Тунис | 突尼斯 | تونس
UGA | Uganda | Ouganda | Uganda | Уганда | 乌干达 | أوغندا
TZA | United Republic of Tanzania | République-Unie de Tanzanie | República Unida de Tanzanía | Объединенная Республика Танзания | 坦桑尼亚联合共和国 | جمهورية تنزانيا المتحدة
ZMB | Zambia | Zambie | Zambia | Замбия | 赞比亚 | زامبيا
ZWE | Zimbabwe | Zimbabwe | Zimbabwe | Зимбабве | 津巴布韦 | زمبابوي
`;
