/**
 * The Member States of the Eastern European Group: ISO 3166-1 alpha-3 code | English | French | Spanish | Russian
 * | Chinese | Arabic. Sources and date: member-states.ts.
 */
export const EASTERN_EUROPEAN = `
ALB | Albania | Albanie | Albania | Албания | 阿尔巴尼亚 | ألبانيا
ARM | Armenia | Arménie | Armenia | Армения | 亚美尼亚 | أرمينيا
AZE | Azerbaijan | Azerbaïdjan | Azerbaiyán | Азербайджан | 阿塞拜疆 | أذربيجان
BLR | Belarus | Bélarus | Belarús | Беларусь | 白俄罗斯 | بيلاروس
BIH | Bosnia and Herzegovina | Bosnie-Herzégovine | Bosnia y Herzegovina | Босния и Герцеговина | 波斯尼亚和黑塞哥维那 | البوسنة والهرسك
BGR | Bulgaria | Bulgarie | Bulgaria | Болгария | 保加利亚 | بلغاريا
HRV | Croatia | Croatie | Croacia | Хорватия | 克罗地亚 | كرواتيا
CZE | Czechia | Tchéquie | Chequia | Чехия | 捷克 | تشيكيا
EST | Estonia | Estonie | Estonia | Эстония | 爱沙尼亚 | إستونيا
GEO | Georgia | Géorgie | Georgia | Грузия | 格鲁吉亚 | جورجيا
HUN | Hungary | Hongrie | Hungría | Венгрия | 匈牙利 | هنغاريا
LVA | Latvia | Lettonie | Letonia | Латвия | 拉脱维亚 | لاتفيا
LTU | Lithuania | Lituanie | Lituania | Литва | 立陶宛 | ليتوانيا
MNE | Montenegro | Monténégro | Montenegro | Черногория | 黑山 | الجبل الأسود
MKD | North Macedonia | Macédoine du Nord | Macedonia del Norte | Северная Македония | 北马其顿 | مقدونيا الشمالية
POL | Poland | Pologne | Polonia | Польша | 波兰 | بولندا
MDA | Republic of Moldova | République de Moldova | República de Moldova | Республика Молдова | 摩尔多瓦共和国 | جمهورية مولدوفا
ROU | Romania | Roumanie | Rumania | Румыния | 罗马尼亚 | رومانيا
RUS | Russian Federation | Fédération de Russie | Federación de Rusia | Российская Федерация | 俄罗斯联邦 | الاتحاد الروسي
SRB | Serbia | Serbie | Serbia | Сербия | 塞尔维亚 | صربيا
SVK | Slovakia | Slovaquie | Eslovaquia | Словакия | 斯洛伐克 | سلوفاكيا
SVN | Slovenia | Slovénie | Eslovenia | Словения | 斯洛文尼亚 | سلوفينيا
UKR | Ukraine | Ukraine | Ucrania | Украина | 乌克兰 | أوكرانيا
`;
