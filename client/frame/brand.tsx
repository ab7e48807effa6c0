/** The mark: lines of text, and sound coming back from them. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 5h10M4 10h7M4 15h5M4 20h3" />
      <path d="M14 20a7 7 0 0 1 6-10.5" />
      <path d="M18 20a3 3 0 0 1 2.5-4" />
    </svg>
  );
}
