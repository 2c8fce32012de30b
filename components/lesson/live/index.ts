// What makes exercises, predictions, cells and tests of claims live; the page loads it when the reader comes to one.
import './answer-check.ts';
import './choice-check.ts';
import './claim-test.ts';
import './code-cell.ts';
import './predict-choice.ts';
import './predict-curve.ts';
