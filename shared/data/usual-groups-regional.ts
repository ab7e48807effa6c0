import type { Region } from '../model/participant.ts';
import { MEMBER_STATES } from './member-states.ts';
import { readMembers, type UsualGroup, type UsualMembership } from './usual-group.ts';

const ofRegion = (region: Region): readonly UsualMembership[] =>
  MEMBER_STATES.filter((state) => state.region === region).map(({ code }) => ({
    code,
    from: null,
    until: null,
  }));

/** Regional groups that speak as one, and regional organisations. Sources: usual-groups.ts. */
export const REGIONAL_GROUPS: readonly UsualGroup[] = [
  {
    id: 'african-group',
    name: 'African Group',
    abbreviation: null,
    members: ofRegion('african'),
    otherMembers: [],
    source: 'un.org/dgacm/content/regional-groups; countrygroups, data/african-group.csv (b27ce019)',
    asOf: null,
    note: null,
  },
  {
    id: 'grulac',
    name: 'Group of Latin American and Caribbean States',
    abbreviation: 'GRULAC',
    members: ofRegion('grulac'),
    otherMembers: [],
    source: 'un.org/dgacm/content/regional-groups; countrygroups, data/grulac.csv (f5e485c0)',
    asOf: null,
    note: null,
  },
  {
    id: 'eu',
    name: 'European Union',
    abbreviation: 'EU',
    members: readMembers(`
      AUT@1995-01-01 BEL@1958-01-01 BGR@2007-01-01 HRV@2013-07-01 CYP@2004-05-01 CZE@2004-05-01 DNK@1973-01-01
      EST@2004-05-01 FIN@1995-01-01 FRA@1958-01-01 DEU@1958-01-01 GRC@1981-01-01 HUN@2004-05-01 IRL@1973-01-01
      ITA@1958-01-01 LVA@2004-05-01 LTU@2004-05-01 LUX@1958-01-01 MLT@2004-05-01 NLD@1958-01-01 POL@2004-05-01
      PRT@1986-01-01 ROU@2007-01-01 SVK@2004-05-01 SVN@2004-05-01 ESP@1986-01-01 SWE@1995-01-01
      GBR@1973-01-01/2020-02-01`),
    otherMembers: [],
    source:
      'countrygroups, data/european-union.csv (6438c4f0); europa.eu/european-union/about-eu/countries_en',
    asOf: '2020-02-01',
    note: 'The delegation of the European Union speaks for it and is no member. Statements often name candidate countries that align.',
  },
  {
    id: 'arab-group',
    name: 'Arab Group',
    abbreviation: null,
    members: readMembers(`
      EGY@1945-03-22 IRQ@1945-03-22 JOR@1945-03-22 LBN@1945-03-22 SAU@1945-03-22 SYR@1945-03-22 YEM@1945 LBY@1953
      SDN@1956 MAR@1958 TUN@1958 KWT@1961 DZA@1962 BHR@1971 OMN@1971 QAT@1971 ARE@1971 MRT@1973 SOM@1974 PSE@1976
      DJI@1977 COM@1993`),
    otherMembers: [],
    source:
      'Members of the League of Arab States: arableague-us.org, "Main organs"; countrygroups, data/arab-group.csv (c818b440)',
    asOf: null,
    note: 'Years are those of joining the League. Syria’s participation was suspended from November 2011 to May 2023.',
  },
  {
    id: 'asean',
    name: 'Association of Southeast Asian Nations',
    abbreviation: 'ASEAN',
    members: readMembers(
      'IDN@1967 MYS@1967 PHL@1967 SGP@1967 THA@1967 BRN@1984 VNM@1995 LAO@1997 MMR@1997 KHM@1999 TLS@2025-10-26',
    ),
    otherMembers: [],
    source: 'Reports on the 47th ASEAN Summit with the years of all admissions (IANS, 26 October 2025)',
    asOf: '2025-10-26',
    note: null,
  },
  {
    id: 'caricom',
    name: 'Caribbean Community',
    abbreviation: 'CARICOM',
    members: readMembers(
      'ATG@1974 BHS BRB@1973 BLZ@1974 DMA@1974 GRD@1974 GUY@1973 HTI@2002 JAM@1973 KNA@1974 LCA@1974 VCT@1974 SUR@1995 TTO@1973',
    ),
    otherMembers: ['Montserrat'],
    source:
      'Revised Treaty of Chaguaramas, article 3 (treaty.caricom.org); worldcountrygroups, caricom.json (2ec0aa39)',
    asOf: null,
    note: null,
  },
  {
    id: 'pacific-islands-forum',
    name: 'Pacific Islands Forum',
    abbreviation: 'PIF',
    members: readMembers('AUS FJI KIR MHL FSM NRU NZL PLW PNG WSM SLB TON TUV VUT'),
    otherMembers: ['Cook Islands', 'French Polynesia', 'New Caledonia', 'Niue'],
    source: 'worldcountrygroups, pif.json (9b84400b); Political Handbook of the World 2020–2021',
    asOf: '2021',
    note: 'Statements at the United Nations are usually made by those of its members that are Member States.',
  },
];
