/**
 * The Member States of the Group of Western European and other States, and those counted there for elections:
 * ISO 3166-1 alpha-3 code | English | French | Spanish | Russian | Chinese | Arabic. Sources and date:
 * member-states.ts.
 */
export const WEOG = `
AND | Andorra | Andorre | Andorra | Андорра | 安道尔 | أندورا
AUS | Australia | Australie | Australia | Австралия | 澳大利亚 | أستراليا
AUT | Austria | Autriche | Austria | Австрия | 奥地利 | النمسا
BEL | Belgium | Belgique | Bélgica | Бельгия | 比利时 | بلجيكا
CAN | Canada | Canada | Canadá | Канада | 加拿大 | كندا
DNK | Denmark | Danemark | Dinamarca | Дания | 丹麦 | الدانمرك
FIN | Finland | Finlande | Finlandia | Финляндия | 芬兰 | فنلندا
FRA | France | France | Francia | Франция | 法国 | فرنسا
DEU | Germany | Allemagne | Alemania | Германия | 德国 | ألمانيا
GRC | Greece | Grèce | Grecia | Греция | 希腊 | اليونان
ISL | Iceland | Islande | Islandia | Исландия | 冰岛 | آيسلندا
IRL | Ireland | Irlande | Irlanda | Ирландия | 爱尔兰 | أيرلندا
ISR | Israel | Israël | Israel | Израиль | 以色列 | إسرائيل
ITA | Italy | Italie | Italia | Италия | 意大利 | إيطاليا
LIE | Liechtenstein | Liechtenstein | Liechtenstein | Лихтенштейн | 列支敦士登 | ليختنشتاين
LUX | Luxembourg | Luxembourg | Luxemburgo | Люксембург | 卢森堡 | لكسمبرغ
MLT | Malta | Malte | Malta | Мальта | 马耳他 | مالطة
MCO | Monaco | Monaco | Mónaco | Монако | 摩纳哥 | موناكو
NLD | Netherlands | Pays-Bas | Países Bajos | Нидерланды | 荷兰 | هولندا
NZL | New Zealand | Nouvelle-Zélande | Nueva Zelandia | Новая Зеландия | 新西兰 | نيوزيلندا
NOR | Norway | Norvège | Noruega | Норвегия | 挪威 | النرويج
PRT | Portugal | Portugal | Portugal | Португалия | 葡萄牙 | البرتغال
SMR | San Marino | Saint-Marin | San Marino | Сан-Марино | 圣马力诺 | سان مارينو
ESP | Spain | Espagne | España | Испания | 西班牙 | إسبانيا
SWE | Sweden | Suède | Suecia | Швеция | 瑞典 | السويد
CHE | Switzerland | Suisse | Suiza | Швейцария | 瑞士 | سويسرا
TUR | Türkiye | Türkiye | Türkiye | Турция | 土耳其 | تركيا
GBR | United Kingdom of Great Britain and Northern Ireland | Royaume-Uni de Grande-Bretagne et d'Irlande du Nord | Reino Unido de Gran Bretaña e Irlanda del Norte | Соединенное Королевство Великобритании и Северной Ирландии | 大不列颠及北爱尔兰联合王国 | المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية
USA | United States of America | États-Unis d'Amérique | Estados Unidos de América | Соединенные Штаты Америки | 美利坚合众国 | الولايات المتحدة الأمريكية
`;
