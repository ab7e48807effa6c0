/** Links that a text may carry: absolute web and mail addresses (shared/model/paragraph). Null: anything else. */
export function usableLink(address: string | undefined): string | null {
  const trimmed = address?.trim() ?? '';
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(trimmed) ? trimmed : null;
}
