/**
 * English formal names: the kind of State that UNTERM puts before the short name, and the States that have it. Those
 * that are no short name with a kind in front (French Republic, Lebanese Republic) are among the variants. Source:
 * the English formal column of the export named in member-states.ts; Republic of Ireland is only usual.
 */
export const FORMAL_KINDS: Readonly<Record<string, string>> = {
  'Republic of':
    'ALB AGO ARM AUT AZE BLR BEN BWA BGR BDI CPV CMR TCD CHL COL COG CRI CIV HRV CUB CYP DJI ECU SLV GNQ EST FJI FIN ' +
    'GMB GHA GTM GIN GNB HTI HND ISL IND IDN IRQ IRL ITA KAZ KEN KIR LVA LBR LTU MDG MWI MDV MLI MLT MHL MUS MOZ NAM ' +
    'NRU NIC NER MKD PLW PAN PRY PER PHL POL RWA SMR SEN SRB SYC SLE SGP SVN ZAF SSD SDN SUR TJK TTO TUN TUR UGA UZB ' +
    'VUT YEM ZMB ZWE',
  'Kingdom of': 'BHR BEL BTN KHM DNK SWZ LSO MAR NLD NOR SAU ESP SWE THA TON',
  'State of': 'ERI ISR KWT LBY QAT',
  'Principality of': 'AND LIE MCO',
  'Federal Republic of': 'DEU NGA SOM',
  'Islamic Republic of': 'AFG MRT PAK',
  'Democratic Republic of': 'STP TLS',
  'Independent State of': 'PNG WSM',
  'Commonwealth of': 'BHS DMA',
  "People's Republic of": 'BGD CHN',
  "People's Democratic Republic of": 'DZA',
  'Federal Democratic Republic of': 'ETH',
  'Federative Republic of': 'BRA',
  'Socialist Republic of': 'VNM',
  'Democratic Socialist Republic of': 'LKA',
  'Republic of the Union of': 'MMR',
  'Co-operative Republic of': 'GUY',
  'Grand Duchy of': 'LUX',
  'Hashemite Kingdom of': 'JOR',
  'Sultanate of': 'OMN',
  'Union of': 'COM',
};
