import Answer from './Answer.astro';
import Better from './Better.astro';
import Cell from './Cell.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import Derivation from './Derivation.astro';
import Eq from './Eq.astro';
import Exercise from './Exercise.astro';
import Figure from './Figure.astro';
import Hint from './Hint.astro';
import Keep from './Keep.astro';
import Note from './Note.astro';
import Num from './Num.astro';
import Said from './Said.astro';
import Solution from './Solution.astro';
import Source from './Source.astro';
import Sources from './Sources.astro';
import Step from './Step.astro';
import T from './T.astro';
import Verdict from './Verdict.astro';
import Widget from './Widget.astro';

/** The tags of the lessons' prose. A lesson imports nothing; these names are all it has. */
export const tags = {
  Answer,
  Better,
  Cell,
  Cite,
  Claim,
  Derivation,
  Eq,
  Exercise,
  Figure,
  Hint,
  Keep,
  Note,
  Num,
  Said,
  Solution,
  Source,
  Sources,
  Step,
  T,
  Verdict,
  Widget,
};
