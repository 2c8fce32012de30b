import { failureText, textsOf } from './texts.ts';

/** A cell that is run where it stands. */
class CodeCell extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => void this.#run(button));
  }

  async #run(button: HTMLButtonElement) {
    const samp = this.querySelector('samp');
    const status = this.querySelector('[role=status]');
    if (!samp || !status || button.ariaDisabled === 'true') return;
    const texts = textsOf(this);
    const built = samp.dataset.built ?? samp.textContent ?? '';
    samp.dataset.built = built;
    button.ariaDisabled = 'true'; // `disabled` would take the focus away
    status.textContent = texts.running ?? '';
    try {
      const { runCell } = await import('#lab/client.ts');
      const { output, error } = await runCell(this.dataset.path ?? '');
      samp.textContent = output;
      status.textContent =
        error === undefined ? (texts[output === built ? 'same' : 'different'] ?? '') : failureText(texts, error);
    } catch (error) {
      status.textContent = failureText(texts, error);
    }
    button.ariaDisabled = 'false';
  }
}

customElements.define('code-cell', CodeCell);
