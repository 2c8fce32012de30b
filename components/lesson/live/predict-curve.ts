import { formatNumber } from '#i18n/format.ts';
import { furthestOff, movedBy, type Share, valueAt, within } from '../drawn-curve.ts';
import { say } from './choice.ts';
import { coveredBy, onSkip, reveal } from './reveal.ts';
import { textsOf } from './texts.ts';

/** What the build knows of the curve, see PredictCurve.astro. */
interface Curve {
  domain: [number, number];
  positions: number[];
  measured: number[];
  share: Share;
}

const two = { significant: 2 };

/** A curve that the reader draws over the axes of a figure, and compares with the measured one. */
class PredictCurve extends HTMLElement {
  #curve = JSON.parse(this.dataset.curve ?? '{}') as Curve;
  #drawings = [...(coveredBy(this)?.querySelectorAll<SVGSVGElement>('.curve-to-draw') ?? [])];
  #shares = this.#curve.positions.map(() => this.#curve.share);

  connectedCallback() {
    for (const drawing of this.#drawings)
      for (const [index, handle] of handlesOf(drawing).entries()) {
        onDrag(drawing, handle, (to) => this.#put(index, to));
        onKey(
          handle,
          (key) => movedBy(key, this.#shares[index] ?? 0),
          (to) => this.#put(index, to),
        );
      }
    this.querySelector('[data-compare]')?.addEventListener('click', () => this.#compare());
    onSkip(this, () => {
      for (const drawing of this.#drawings) drawing.remove(); // nothing was drawn
      this.#close(textsOf(this).skipped);
    });
  }

  #put(index: number, to: Share) {
    this.#shares[index] = to;
    const text = formatNumber(valueAt(to, this.#curve.domain), two);
    for (const drawing of this.#drawings) place(drawing, index, to, text);
  }

  #compare() {
    const { domain, positions, measured } = this.#curve;
    const drawn = this.#shares.map((share) => valueAt(share, domain));
    const { index, ratio } = furthestOff(drawn, measured);
    const factor = Math.max(ratio, 1 / ratio);
    const text = textsOf(this)[factor < 1.5 ? 'close' : ratio > 1 ? 'high' : 'low'];
    reveal(this);
    this.#close(text?.replace('{layer}', String(positions[index])).replace('{factor}', formatNumber(factor, two)));
    for (const drawing of this.#drawings) drawing.setAttribute('aria-hidden', 'true'); // the sentence says what it shows
  }

  /** What came out stands where the instruction stood. */
  #close(text: string | undefined) {
    this.querySelector('p.how')?.setAttribute('hidden', '');
    say(this, text);
  }
}

const handlesOf = (drawing: SVGSVGElement) => [...drawing.querySelectorAll<SVGGElement>('.handle')];
const rowsOf = (drawing: SVGSVGElement) => (drawing.dataset.rows ?? '').split(' ').map(Number) as [number, number];

/** Moves a handle, and the corner of the curve there. */
function place(drawing: SVGSVGElement, index: number, share: Share, text: string) {
  const handle = handlesOf(drawing)[index];
  const corner = drawing.querySelector('polyline')?.points.getItem(index + 1); // the first is the start
  if (!handle || !corner) return;
  const [bottom, top] = rowsOf(drawing);
  corner.y = bottom + share * (top - bottom);
  handle.setAttribute('transform', `translate(${handle.dataset.column} ${corner.y})`);
  handle.setAttribute('aria-valuenow', String(Math.round(share * 100)));
  handle.setAttribute('aria-valuetext', text);
}

function onKey(handle: SVGGElement, moved: (key: string) => Share | undefined, tell: (share: Share) => void) {
  handle.addEventListener('keydown', (event) => {
    const isShortcut = event.altKey || event.ctrlKey || event.metaKey; // Alt and an arrow is the way back
    const to = isShortcut ? undefined : moved(event.key);
    if (to === undefined) return;
    event.preventDefault();
    tell(to);
  });
}

/** Tells the share of the axis at the pointer, as long as the handle holds it. */
function onDrag(drawing: SVGSVGElement, handle: SVGGElement, tell: (share: Share) => void) {
  handle.addEventListener('pointerdown', (event) => handle.setPointerCapture(event.pointerId));
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = drawing.getBoundingClientRect();
    const [bottom, top] = rowsOf(drawing);
    const row = ((event.clientY - box.top) / box.height) * drawing.viewBox.baseVal.height;
    tell(within((bottom - row) / (bottom - top)));
  });
}

customElements.define('predict-curve', PredictCurve);
