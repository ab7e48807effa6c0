/**
 * The Member States of the Group of Latin American and Caribbean States: ISO 3166-1 alpha-3 code | English | French
 * | Spanish | Russian | Chinese | Arabic. Sources and date: member-states.ts.
 */
export const GRULAC = `
ATG | Antigua and Barbuda | Antigua-et-Barbuda | Antigua y Barbuda | Антигуа и Барбуда | 安提瓜和巴布达 | أنتيغوا وبربودا
ARG | Argentina | Argentine | Argentina | Аргентина | 阿根廷 | الأرجنتين
BHS | Bahamas | Bahamas | Bahamas | Багамские Острова | 巴哈马 | جزر البهاما
BRB | Barbados | Barbade | Barbados | Барбадос | 巴巴多斯 | بربادوس
BLZ | Belize | Belize | Belice | Белиз | 伯利兹 | بليز
BOL | Bolivia (Plurinational State of) | Bolivie (État plurinational de) | Bolivia (Estado Plurinacional de) | Боливия (Многонациональное Государство) | 多民族玻利维亚国 | بوليفيا (دولة - المتعددة القوميات)
BRA | Brazil | Brésil | Brasil | Бразилия | 巴西 | البرازيل
CHL | Chile | Chili | Chile | Чили | 智利 | شيلي
COL | Colombia | Colombie | Colombia | Колумбия | 哥伦比亚 | كولومبيا
CRI | Costa Rica | Costa Rica | Costa Rica | Коста-Рика | 哥斯达黎加 | كوستاريكا
CUB | Cuba | Cuba | Cuba | Куба | 古巴 | كوبا
DMA | Dominica | Dominique | Dominica | Доминика | 多米尼克 | دومينيكا
DOM | Dominican Republic | République dominicaine | República Dominicana | Доминиканская Республика | 多米尼加 | الجمهورية الدومينيكية
ECU | Ecuador | Équateur | Ecuador | Эквадор | 厄瓜多尔 | إكوادور
SLV | El Salvador | El Salvador | El Salvador | Сальвадор | 萨尔瓦多 | السلفادور
GRD | Grenada | Grenade | Granada | Гренада | 格林纳达 | غرينادا
GTM | Guatemala | Guatemala | Guatemala | Гватемала | 危地马拉 | غواتيمالا
GUY | Guyana | Guyana | Guyana | Гайана | 圭亚那 | غيانا
HTI | Haiti | Haïti | Haití | Гаити | 海地 | هايتي
HND | Honduras | Honduras | Honduras | Гондурас | 洪都拉斯 | هندوراس
JAM | Jamaica | Jamaïque | Jamaica | Ямайка | 牙买加 | جامايكا
MEX | Mexico | Mexique | México | Мексика | 墨西哥 | المكسيك
NIC | Nicaragua | Nicaragua | Nicaragua | Никарагуа | 尼加拉瓜 | نيكاراغوا
PAN | Panama | Panama | Panamá | Панама | 巴拿马 | بنما
PRY | Paraguay | Paraguay | Paraguay | Парагвай | 巴拉圭 | باراغواي
PER | Peru | Pérou | Perú | Перу | 秘鲁 | بيرو
KNA | Saint Kitts and Nevis | Saint-Kitts-et-Nevis | Saint Kitts y Nevis | Сент-Китс и Невис | 圣基茨和尼维斯 | سانت كيتس ونيفس
LCA | Saint Lucia | Sainte-Lucie | Santa Lucía | Сент-Люсия | 圣卢西亚 | سانت لوسيا
VCT | Saint Vincent and the Grenadines | Saint-Vincent-et-les Grenadines | San Vicente y las Granadinas | Сент-Винсент и Гренадины | 圣文森特和格林纳丁斯 | سانت فنسنت وجزر غرينادين
SUR | Suriname | Suriname | Suriname | Суринам | 苏里南 | سورينام
TTO | Trinidad and Tobago | Trinité-et-Tobago | Trinidad y Tabago | Тринидад и Тобаго | 特立尼达和多巴哥 | ترينيداد وتوباغو
URY | Uruguay | Uruguay | Uruguay | Уругвай | 乌拉圭 | أوروغواي
VEN | Venezuela (Bolivarian Republic of) | Venezuela (République bolivarienne du) | Venezuela (República Bolivariana de) | Венесуэла (Боливарианская Республика) | 委内瑞拉玻利瓦尔共和国 | فنزويلا (جمهورية - البوليفارية)
`;
