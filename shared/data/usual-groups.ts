/**
 * The groups that usually make joint statements, each with its members, source and date. Only groups whose whole
 * membership was found are here; JUSCANZ, core groups and the like are made by hand in a document.
 *
 * "countrygroups" is github.com/openclimatedata/countrygroups, which copies each list from the body that keeps it;
 * "worldcountrygroups" is github.com/tomasgonz/worldcountrygroups. Files are cited with the commit that was read.
 * Groups change: the date says how far to trust a list, and whoever takes one into a document can edit it there.
 */

import type { UsualGroup } from './usual-group.ts';
import { DEVELOPMENT_GROUPS } from './usual-groups-development.ts';
import { POLITICAL_GROUPS } from './usual-groups-political.ts';
import { REGIONAL_GROUPS } from './usual-groups-regional.ts';

/** The day on which all sources were read. */
export const GROUPS_READ_ON = '2026-11-22';

export const USUAL_GROUPS: readonly UsualGroup[] = [
  ...REGIONAL_GROUPS,
  ...POLITICAL_GROUPS,
  ...DEVELOPMENT_GROUPS,
];
