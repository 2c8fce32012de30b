import { checkAnswer } from '../check-answer.ts';
import { textsOf } from './texts.ts';

/** A form for a number. */
class AnswerCheck extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    const output = this.querySelector('output');
    if (!form || !input || !output) return;
    const texts = textsOf(this);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const verdict = checkAnswer(input.value, Number(this.dataset.answer), Number(this.dataset.tolerance));
      output.dataset.verdict = verdict;
      output.textContent = (texts[verdict] ?? '').replace('{given}', () => input.value.trim());
    });
  }
}
customElements.define('answer-check', AnswerCheck);
