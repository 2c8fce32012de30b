/**
 * The course itself as an entry of BibTeX, from CITATION.cff and the year of the license.
 *
 * @throws if one of the two files does not say what is needed
 */
export function courseCitation(cff: string, license: string): string {
  const read = (text: string, pattern: RegExp, what: string): string => {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) throw new Error(`no ${what} for the citation of the course`);
    return found;
  };
  const author = read(cff, /^ {2}- name: "(.*)"$/m, 'author in CITATION.cff');
  const title = read(cff, /^title: "(.*)"$/m, 'title in CITATION.cff');
  const version = read(cff, /^version: (\S+)$/m, 'version in CITATION.cff');
  const year = read(license, /^Copyright \(c\) (\d{4}) /m, 'year in LICENSE');
  return [
    '@misc{zero-to-he,',
    `  author = {{${author}}},`,
    `  title = {{${title}}},`,
    `  year = {${year}},`,
    `  note = {Version ${version}},`,
    '}',
  ].join('\n');
}
