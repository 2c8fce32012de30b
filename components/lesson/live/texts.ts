type Texts = Readonly<Record<string, string>>;

/** The texts that the build has written into an element. */
export const textsOf = (element: HTMLElement) => JSON.parse(element.dataset.texts ?? '{}') as Texts;

/** Says why something did not run to its end; a worker that could not be loaded may give no reason. */
export function failureText({ failed = '', noReason = '' }: Texts, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return failed.replace('{message}', () => reason || noReason);
}
