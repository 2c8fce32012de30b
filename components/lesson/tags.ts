import Answer from './Answer.astro';
import Better from './Better.astro';
import Cell from './Cell.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import Count from './Count.astro';
import CourseCitation from './CourseCitation.astro';
import DefaultsTable from './DefaultsTable.astro';
import Derivation from './Derivation.astro';
import Eq from './Eq.astro';
import Exercise from './Exercise.astro';
import FanTable from './FanTable.astro';
import Figure from './Figure.astro';
import Formula from './Formula.astro';
import GainTable from './GainTable.astro';
import Hint from './Hint.astro';
import InitializerTable from './InitializerTable.astro';
import Keep from './Keep.astro';
import Laboratory from './Laboratory.astro';
import Notation from './Notation.astro';
import Note from './Note.astro';
import Num from './Num.astro';
import Option from './Option.astro';
import Outcome from './Outcome.astro';
import ParityCheck from './ParityCheck.astro';
import Predict from './Predict.astro';
import References from './References.astro';
import Said from './Said.astro';
import Solution from './Solution.astro';
import Source from './Source.astro';
import Sources from './Sources.astro';
import Step from './Step.astro';
import T from './T.astro';
import Verdict from './Verdict.astro';
import Why from './Why.astro';
import Widget from './Widget.astro';

/** The tags of the lessons' prose, and of other pages'. They import nothing; these names are all they have. */
export const tags = {
  Answer,
  Better,
  Cell,
  Cite,
  Claim,
  Count,
  CourseCitation,
  DefaultsTable,
  Derivation,
  Eq,
  Exercise,
  FanTable,
  Figure,
  Formula,
  GainTable,
  Hint,
  InitializerTable,
  Keep,
  Laboratory,
  Notation,
  Note,
  Num,
  Option,
  Outcome,
  ParityCheck,
  Predict,
  References,
  Said,
  Solution,
  Source,
  Sources,
  Step,
  T,
  Verdict,
  Why,
  Widget,
};
