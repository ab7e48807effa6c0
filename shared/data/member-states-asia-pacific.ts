/**
 * The Member States of the Asia-Pacific Group: ISO 3166-1 alpha-3 code | English | French | Spanish | Russian
 * | Chinese | Arabic. Sources and date: member-states.ts.
 */
export const ASIA_PACIFIC = `
AFG | Afghanistan | Afghanistan | Afganistán | Афганистан | 阿富汗 | أفغانستان
BHR | Bahrain | Bahreïn | Bahrein | Бахрейн | 巴林 | البحرين
BGD | Bangladesh | Bangladesh | Bangladesh | Бангладеш | 孟加拉国 | بنغلاديش
BTN | Bhutan | Bhoutan | Bhután | Бутан | 不丹 | بوتان
BRN | Brunei Darussalam | Brunéi Darussalam | Brunei Darussalam | Бруней-Даруссалам | 文莱达鲁萨兰国 | بروني دار السلام
KHM | Cambodia | Cambodge | Camboya | Камбоджа | 柬埔寨 | كمبوديا
CHN | China | Chine | China | Китай | 中国 | الصين
CYP | Cyprus | Chypre | Chipre | Кипр | 塞浦路斯 | قبرص
PRK | Democratic People's Republic of Korea | République populaire démocratique de Corée | República Popular Democrática de Corea | Корейская Народно-Демократическая Республика | 朝鲜民主主义人民共和国 | جمهورية كوريا الشعبية الديمقراطية
FJI | Fiji | Fidji | Fiji | Фиджи | 斐济 | فيجي
IND | India | Inde | India | Индия | 印度 | الهند
IDN | Indonesia | Indonésie | Indonesia | Индонезия | 印度尼西亚 | إندونيسيا
IRN | Iran (Islamic Republic of) | Iran (République islamique d') | Irán (República Islámica del) | Иран (Исламская Республика) | 伊朗伊斯兰共和国 | إيران (جمهورية - الإسلامية)
IRQ | Iraq | Iraq | Iraq | Ирак | 伊拉克 | العراق
JPN | Japan | Japon | Japón | Япония | 日本 | اليابان
JOR | Jordan | Jordanie | Jordania | Иордания | 约旦 | الأردن
KAZ | Kazakhstan | Kazakhstan | Kazajstán | Казахстан | 哈萨克斯坦 | كازاخستان
KIR | Kiribati | Kiribati | Kiribati | Кирибати | 基里巴斯 | كيريباس
KWT | Kuwait | Koweït | Kuwait | Кувейт | 科威特 | الكويت
KGZ | Kyrgyzstan | Kirghizistan | Kirguistán | Кыргызстан | 吉尔吉斯斯坦 | قيرغيزستان
LAO | Lao People's Democratic Republic | République démocratique populaire lao | República Democrática Popular Lao | Лаосская Народно-Демократическая Республика | 老挝人民民主共和国 | جمهورية لاو الديمقراطية الشعبية
LBN | Lebanon | Liban | Líbano | Ливан | 黎巴嫩 | لبنان
MYS | Malaysia | Malaisie | Malasia | Малайзия | 马来西亚 | ماليزيا
MDV | Maldives | Maldives | Maldivas | Мальдивские Острова | 马尔代夫 | ملديف
MHL | Marshall Islands | Îles Marshall | Islas Marshall | Маршалловы Острова | 马绍尔群岛 | جزر مارشال
FSM | Micronesia (Federated States of) | Micronésie (États fédérés de) | Micronesia (Estados Federados de) | Микронезия (Федеративные Штаты) | 密克罗尼西亚联邦 | ميكرونيزيا (ولايات - الموحدة)
MNG | Mongolia | Mongolie | Mongolia | Монголия | 蒙古 | منغوليا
MMR | Myanmar | Myanmar | Myanmar | Мьянма | 缅甸 | ميانمار
NRU | Nauru | Nauru | Nauru | Науру | 瑙鲁 | ناورو
NPL | Nepal | Népal | Nepal | Непал | 尼泊尔 | نيبال
OMN | Oman | Oman | Omán | Оман | 阿曼 | عمان
PAK | Pakistan | Pakistan | Pakistán | Пакистан | 巴基斯坦 | باكستان
PLW | Palau | Palaos | Palau | Палау | 帕劳 | بالاو
PNG | Papua New Guinea | Papouasie-Nouvelle-Guinée | Papua Nueva Guinea | Папуа — Новая Гвинея | 巴布亚新几内亚 | بابوا غينيا الجديدة
PHL | Philippines | Philippines | Filipinas | Филиппины | 菲律宾 | الفلبين
QAT | Qatar | Qatar | Qatar | Катар | 卡塔尔 | قطر
KOR | Republic of Korea | République de Corée | República de Corea | Республика Корея | 大韩民国 | جمهورية كوريا
WSM | Samoa | Samoa | Samoa | Самоа | 萨摩亚 | ساموا
SAU | Saudi Arabia | Arabie saoudite | Arabia Saudita | Саудовская Аравия | 沙特阿拉伯 | المملكة العربية السعودية
SGP | Singapore | Singapour | Singapur | Сингапур | 新加坡 | سنغافورة
SLB | Solomon Islands | Îles Salomon | Islas Salomón | Соломоновы Острова | 所罗门群岛 | جزر سليمان
LKA | Sri Lanka | Sri Lanka | Sri Lanka | Шри-Ланка | 斯里兰卡 | سري لانكا
SYR | Syrian Arab Republic | République arabe syrienne | República Árabe Siria | Сирийская Арабская Республика | 阿拉伯叙利亚共和国 | الجمهورية العربية السورية
TJK | Tajikistan | Tadjikistan | Tayikistán | Таджикистан | 塔吉克斯坦 | طاجيكستان
THA | Thailand | Thaïlande | Tailandia | Таиланд | 泰国 | تايلند
TLS | Timor-Leste | Timor-Leste | Timor-Leste | Тимор-Лешти | 东帝汶 | تيمور- ليشتي
TON | Tonga | Tonga | Tonga | Тонга | 汤加 | تونغا
TKM | Turkmenistan | Turkménistan | Turkmenistán | Туркменистан | 土库曼斯坦 | تركمانستان
TUV | Tuvalu | Tuvalu | Tuvalu | Тувалу | 图瓦卢 | توفالو
ARE | United Arab Emirates | Émirats arabes unis | Emiratos Árabes Unidos | Объединенные Арабские Эмираты | 阿拉伯联合酋长国 | الإمارات العربية المتحدة
UZB | Uzbekistan | Ouzbékistan | Uzbekistán | Узбекистан | 乌兹别克斯坦 | أوزبكستان
VUT | Vanuatu | Vanuatu | Vanuatu | Вануату | 瓦努阿图 | فانواتو
VNM | Viet Nam | Viet Nam | Viet Nam | Вьетнам | 越南 | فييت نام
YEM | Yemen | Yémen | Yemen | Йемен | 也门 | اليمن
`;
