/** What the formulas of the lessons speak of, read off a run. */
export { type Quantities, type QuantityId, type QuantityValue, quantitiesOf } from '#experiments/quantities.ts';
