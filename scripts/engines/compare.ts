/** What tells a computed result from the committed one, in words; undefined if every character is the same. */
export function compare(committed: string, computed: string | Error): string | undefined {
  if (computed instanceof Error) return `could not be computed: ${computed.message}`;
  if (computed === committed) return undefined;
  let at = 0;
  while (computed[at] === committed[at]) at += 1;
  const excerpt = (text: string) => text.slice(Math.max(0, at - 40), at + 24).trimEnd();
  return `differs at character ${at}: ${excerpt(computed)} … and committed is ${excerpt(committed)} …`;
}
