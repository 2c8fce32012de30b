import { failureText, textsOf } from './texts.ts';

/** The test of a claim, run where it stands. */
class ClaimTest extends HTMLElement {
  #button = this.querySelector('button');
  #bar = this.querySelector('progress');
  #status = this.querySelector('[role=status]');
  #texts = textsOf(this);
  #running: AbortController | undefined;

  connectedCallback() {
    this.#button?.addEventListener('click', () => (this.#running ? this.#running.abort() : void this.#run()));
  }

  async #run() {
    this.#running = new AbortController();
    this.#show(this.#text('running'));
    try {
      const { runClaim } = await import('#lab/client.ts');
      const outcome = await runClaim(this.dataset.id ?? '', (share) => this.#progress(share), this.#running.signal);
      this.#running = undefined;
      this.#show(outcome ? this.#compare(outcome) : this.#text('stopped'));
    } catch (error) {
      this.#running = undefined;
      this.#show(failureText(this.#texts, error));
    }
  }

  #compare({ measured, judgement }: { measured: string; judgement: string }): string {
    const isSame = measured === this.dataset.measured && judgement === this.dataset.verdict;
    return this.#text(isSame ? 'same' : 'different').replace('{verdict}', () => this.#text(judgement));
  }

  #text = (key: string) => this.#texts[key] ?? '';

  #progress(share: number) {
    if (this.#bar) this.#bar.value = share;
  }

  /** The button stops the test while it runs; it stays where it is, and so does the focus. */
  #show(status: string) {
    if (!this.#button || !this.#bar || !this.#status) return;
    this.#button.textContent = this.#text(this.#running ? 'stop' : 'run');
    this.#bar.hidden = !this.#running;
    this.#progress(0);
    this.#status.textContent = status;
  }
}

customElements.define('claim-test', ClaimTest);
