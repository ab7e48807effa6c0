import { readMembers, type UsualGroup } from './usual-group.ts';

/** Groups of countries in a special situation. Sources: usual-groups.ts. */
export const DEVELOPMENT_GROUPS: readonly UsualGroup[] = [
  {
    id: 'ldcs',
    name: 'Least developed countries',
    abbreviation: 'LDCs',
    members: readMembers(`
      AFG@1971 AGO@1994 BGD@1975 BEN@1971 BTN@1971/2023 BWA@1971/1994 BFA@1971 BDI@1971 CPV@1977/2007 KHM@1991
      CAF@1975 TCD@1971 COM@1977 COD@1991 DJI@1982 GNQ@1982/2017-06-04 ERI@1994 ETH@1971 GMB@1975 GIN@1971 GNB@1981
      HTI@1971 KIR@1986 LAO@1971 LSO@1971 LBR@1990 MDG@1991 MWI@1971 MDV@1971/2011 MLI@1971 MRT@1986 MOZ@1988
      MMR@1987 NPL@1971 NER@1971 RWA@1971 WSM@1971/2014 STP@1982/2024-12-13 SEN@2000 SLE@1982 SLB@1991 SOM@1971
      SSD@2012 SDN@1971 TZA@1971 TLS@2003 TGO@1982 TUV@1986 UGA@1971 VUT@1985/2020-12-04 YEM@1971 ZMB@1991`),
    otherMembers: [],
    source:
      'countrygroups, data/ldcs.csv and data/graduated-ldcs.csv (838c8cd2, 19cdee51), after un.org/development/desa/dpad; un.org/ohrlls (4 December 2020); unohrlls.org (4 June 2017); policy.desa.un.org (13 December 2024)',
    asOf: '2024-12-13',
    note: 'Where only the year of graduation was found, membership ends with the beginning of that year. Bangladesh, the Lao People’s Democratic Republic and Nepal were to graduate on 24 November 2026; Bangladesh and Nepal have asked for more time, and no decision was found.',
  },
  {
    id: 'lldcs',
    name: 'Landlocked developing countries',
    abbreviation: 'LLDCs',
    members: readMembers(`
      AFG ARM AZE BTN BOL BWA BFA BDI CAF TCD SWZ ETH KAZ KGZ LAO LSO MWI MLI MDA MNG NPL NER MKD PRY RWA SSD TJK TKM
      UGA UZB ZMB ZWE`),
    otherMembers: [],
    source: 'countrygroups, data/lldcs.csv (378b5cea); 32 by un.org/ohrlls',
    asOf: '2025-08-05',
    note: null,
  },
  {
    id: 'sids',
    name: 'Small island developing States',
    abbreviation: 'SIDS',
    members: readMembers(`
      ATG BHS BRB BLZ CPV COM CUB DMA DOM FJI GRD GNB GUY HTI JAM KIR MDV MHL FSM MUS NRU PLW PNG KNA LCA VCT WSM STP
      SYC SGP SLB SUR TLS TON TTO TUV VUT`),
    otherMembers: ['Cook Islands', 'Niue'],
    source: 'countrygroups, data/sids.csv (2d16d7a0), after sustainabledevelopment.un.org/topics/sids/list',
    asOf: null,
    note: 'Those that are Member States; the United Nations also lists members of regional commissions that are not.',
  },
  {
    id: 'aosis',
    name: 'Alliance of Small Island States',
    abbreviation: 'AOSIS',
    members: readMembers(`
      ATG BHS BRB BLZ CPV COM CUB DMA DOM FJI GRD GNB GUY HTI JAM KIR MDV MHL FSM MUS NRU PLW PNG KNA LCA VCT WSM STP
      SYC SGP SLB SUR TLS TON TTO TUV VUT`),
    otherMembers: ['Cook Islands', 'Niue'],
    source: "countrygroups, data/aosis.csv (e77f4feb); The Statesman's Yearbook (February 2017)",
    asOf: '2017',
    note: null,
  },
];
