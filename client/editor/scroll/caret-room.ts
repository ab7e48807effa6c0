/** Room kept around the caret when the page scrolls to it, in pixels: header and toolbar above, toolbar of a phone below. */
export const CARET_ROOM = { top: 160, bottom: 90, left: 0, right: 0 } as const;
