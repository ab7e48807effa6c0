import { readMembers, type UsualGroup } from './usual-group.ts';

/** Groups made for common positions. Sources: usual-groups.ts. */
export const POLITICAL_GROUPS: readonly UsualGroup[] = [
  {
    id: 'g77-and-china',
    name: 'Group of 77 and China',
    abbreviation: 'G77 and China',
    members: readMembers(`
      AFG DZA AGO ATG ARG AZE BHS BHR BGD BRB BLZ BEN BTN BOL BWA BRA BRN BFA BDI CPV KHM CMR CAF TCD CHL CHN COL COM
      COG CRI CUB CIV PRK COD DJI DMA DOM ECU EGY SLV GNQ ERI SWZ ETH FJI GAB GMB GHA GRD GTM GIN GNB GUY HTI HND IND
      IDN IRN IRQ JAM JOR KEN KIR KWT LAO LBN LSO LBR LBY MDG MWI MYS MDV MLI MHL MRT MUS FSM MNG MAR MOZ MMR NAM NRU
      NPL NIC NER NGA OMN PAK PAN PNG PRY PER PHL QAT RWA KNA LCA VCT WSM STP SAU SEN SYC SLE SGP SLB SOM ZAF SSD LKA
      PSE SDN SUR SYR TJK THA TLS TGO TON TTO TUN TKM UGA ARE TZA URY VUT VEN VNM YEM ZMB ZWE`),
    otherMembers: [],
    source: 'countrygroups, data/g77.csv (51f70faa), after g77.org/doc/members.html',
    asOf: null,
    note: 'g77.org lists China as a member; statements are made on behalf of "the Group of 77 and China".',
  },
  {
    id: 'nam',
    name: 'Non-Aligned Movement',
    abbreviation: 'NAM',
    members: readMembers(`
      AFG DZA AGO ATG AZE BHS BHR BGD BRB BLR BLZ BEN BTN BOL BWA BRN BFA BDI KHM CMR CPV CAF TCD CHL COL COM COD COG
      CUB DJI DMA DOM ECU EGY GNQ ERI SWZ ETH FJI GAB GMB GHA GRD GTM GNB GIN GUY HTI HND IND IDN IRN IRQ CIV JAM JOR
      KEN PRK KWT LAO LBN LSO LBR LBY MDG MWI MYS MDV MLI MRT MUS MNG MAR MOZ MMR NAM NPL NIC NER NGA OMN PAK PSE PAN
      PNG PER PHL QAT RWA KNA LCA VCT STP SAU SEN SYC SLE SGP SOM ZAF SSD@2024-01-17 LKA SDN SUR SYR TZA THA TLS TGO
      TTO TUN TKM UGA ARE UZB VUT VEN VNM YEM ZMB ZWE`),
    otherMembers: [],
    source:
      'worldcountrygroups, nam.json (9b84400b), without Bosnia and Herzegovina, Brazil, Costa Rica and Paraguay, which namiran.org/background-members does not have among the members; 121 by New Vision, 17 January 2024',
    asOf: '2024-01-17',
    note: null,
  },
  {
    id: 'oic',
    name: 'Organisation of Islamic Cooperation',
    abbreviation: 'OIC',
    members: readMembers(`
      AFG ALB DZA AZE BHR BGD BEN BRN BFA CMR TCD COM CIV DJI EGY GAB GMB GIN GNB GUY IDN IRN IRQ JOR KAZ KWT KGZ LBN
      LBY MYS MDV MLI MRT MAR MOZ NER NGA OMN PAK PSE QAT SAU SEN SLE SOM SDN SUR SYR TJK TGO TUN TUR TKM UGA ARE UZB
      YEM`),
    otherMembers: [],
    source:
      'worldcountrygroups, oic.json (2ec0aa39), with Syria as reinstated on 7 March 2025 (statement of the OIC, 8 March 2025)',
    asOf: '2025-03-07',
    note: 'Syria’s membership was suspended from August 2012 to 7 March 2025.',
  },
  {
    id: 'canz',
    name: 'Canada, Australia and New Zealand',
    abbreviation: 'CANZ',
    members: readMembers('CAN AUS NZL'),
    otherMembers: [],
    source: 'worldcountrygroups, canz.json (2ec0aa39)',
    asOf: null,
    note: null,
  },
];
