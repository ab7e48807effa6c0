/*
 * What of drafting is fetched after the text stands there: what opens at a press. It is fetched ahead of its first
 * use, since drafters go on without a connection.
 */

export const loadKindMenu = () => import('./kind-menu.tsx');
export const loadMoreMenu = () => import('./more-menu.tsx');
export const loadPeoplePanel = () => import('./people-panel.tsx');
export const loadLinkPanel = () => import('./link-panel.tsx');

export const LATER = [loadKindMenu, loadMoreMenu, loadPeoplePanel, loadLinkPanel] as const;
