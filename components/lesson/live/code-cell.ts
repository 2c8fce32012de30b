/** A cell that is run where it stands. */
class CodeCell extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => void this.run(button));
  }

  async run(button: HTMLButtonElement) {
    const samp = this.querySelector('samp');
    const status = this.querySelector('[role=status]');
    if (!samp || !status) return;
    const texts = JSON.parse(this.dataset.texts ?? '{}') as Record<string, string>;
    const built = samp.dataset.built ?? samp.textContent ?? '';
    samp.dataset.built = built;
    button.disabled = true;
    status.textContent = texts.running ?? '';
    try {
      const { runCell } = await import('#lab/client.ts');
      const { output, error } = await runCell(this.dataset.path ?? '');
      samp.textContent = output;
      status.textContent =
        error === undefined ? (texts[output === built ? 'same' : 'different'] ?? '') : failure(error, texts);
    } catch (error) {
      status.textContent = failure(error instanceof Error ? error.message : String(error), texts);
    }
    button.disabled = false;
  }
}

const failure = (message: string, texts: Record<string, string>) =>
  (texts.failed ?? '').replace('{message}', () => message);

customElements.define('code-cell', CodeCell);
