import { onChoice } from './choice.ts';

/** A choice with an explanation for each option. */
class ChoiceCheck extends HTMLElement {
  connectedCallback() {
    onChoice(this, (row) => {
      this.dataset.checked = ''; // from now on every explanation can be read
      row.querySelector('.why')?.setAttribute('open', '');
    });
  }
}
customElements.define('choice-check', ChoiceCheck);
