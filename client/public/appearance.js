// Runs before the first paint, so that a chosen theme or direction does not flash. The rest of the
// appearance is client/ui/theme.ts and client/ui/messages.ts, which use the same two keys.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem('sb.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (localStorage.getItem('sb.locale') === 'ar') root.dir = 'rtl';
} catch {
  // Storage may be blocked: the system's choice stands.
}
