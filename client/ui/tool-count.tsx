import './tool-count.css';

/** A count at the corner of a tool; for the eye only, as the tool's name says it in words. Nothing at zero. */
export function ToolCount({ count, locale }: { readonly count: number; readonly locale: string }) {
  if (count === 0) return null;
  return (
    <span className="tool-count" aria-hidden="true">
      {count > 99 ? `${(99).toLocaleString(locale)}+` : count.toLocaleString(locale)}
    </span>
  );
}
