/** What all our metrics begin with; the process' own keep the names that Prometheus gives them. */
export const named = (name: string): string => `sounding_board_${name}`;
