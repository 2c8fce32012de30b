// Runs before the first paint, so that nothing flashes or moves: it sets what the reader chose on an earlier page, and
// says that there are scripts at all (without them nothing is folded away that only a script could unfold).
const root = document.documentElement;
root.dataset.scripts = 'on';
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (localStorage.getItem('steps') === 'all') root.dataset.steps = 'all';
} catch {
  // Storage is switched off: the system's scheme applies, and derivations unfold step by step.
}
