// What makes exercises and predictions live; the page loads it when the reader comes to one.
import './answer-check.ts';
import './choice-check.ts';
import './predict-choice.ts';
import './predict-curve.ts';
