import { onChoice, say } from './choice.ts';
import { coveredBy, onSkip, reveal } from './reveal.ts';
import { textsOf } from './texts.ts';

/** A choice that uncovers its result, if there is a figure of it. */
class PredictChoice extends HTMLElement {
  connectedCallback() {
    onSkip(this, () => say(this, textsOf(this).skipped));
    onChoice(this, () => {
      if (!coveredBy(this)) return;
      this.dataset.checked = ''; // the right option is marked, too: the figure shows it
      reveal(this);
    });
  }
}
customElements.define('predict-choice', PredictChoice);
