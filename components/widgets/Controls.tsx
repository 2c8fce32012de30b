import { styleOf } from '#charts/series.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Parameter, Parameters, Values } from '#lab/settings.ts';
import { optionLabel, paramLabel } from './labels.ts';
import type { Typed } from './state.ts';

interface ControlProps {
  id: string;
  name: string;
  parameter: Parameter;
  /** What the reader typed or chose, if anything; only a text field and an empty choice show it as it is. */
  typed: string | undefined;
  /** What a run would use. */
  value: Values[string];
  t: Translate;
  onChange(value: string): void;
}

/** What a field shows of a setting that nobody typed: a gain of 5/3 as 1.66667. The run uses all its digits. */
const inShort = (value: Values[string] | undefined) =>
  typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);

/** One control per parameter, made from its declaration. */
export function Controls({
  prefix,
  params,
  names,
  typed,
  values,
  t,
  onChange,
}: {
  prefix: string;
  params: Parameters;
  names: readonly string[];
  typed: Typed;
  values: Values;
  t: Translate;
  onChange(name: string, value: string): void;
}) {
  return (
    <div class="controls">
      {names.map((name) => {
        const parameter = params[name];
        const value = values[name];
        if (!parameter || value === undefined) throw new Error(`the experiment has no parameter "${name}"`);
        const props = {
          id: `${prefix}-${name}`,
          name,
          parameter,
          typed: typed[name],
          value,
          t,
          onChange: (text: string) => onChange(name, text),
        };
        if (parameter.kind === 'choice') return <Choice key={name} {...props} parameter={parameter} />;
        if (parameter.kind === 'choices') return <Choices key={name} {...props} parameter={parameter} />;
        return <NumberField key={name} {...props} />;
      })}
    </div>
  );
}

function Choice({
  id,
  name,
  parameter,
  value,
  t,
  onChange,
}: ControlProps & { parameter: Extract<Parameter, { kind: 'choice' }> }) {
  return (
    <div class="control">
      <label for={id}>{paramLabel(name, t)}</label>
      <select id={id} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)}>
        {parameter.options.map((option) => (
          <option key={option} value={option} selected={option === value}>
            {optionLabel(name, option, t)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Choices({
  id,
  name,
  parameter,
  typed,
  value,
  t,
  onChange,
}: ControlProps & { parameter: Extract<Parameter, { kind: 'choices' }> }) {
  const chosen = typed === '' || !Array.isArray(value) ? [] : value;
  const toggle = (option: string) =>
    onChange(parameter.options.filter((other) => (other === option) !== chosen.includes(other)).join(','));
  return (
    <fieldset class="control choices">
      <legend>{paramLabel(name, t)}</legend>
      {parameter.options.map((option) => (
        <label key={option} for={`${id}-${option}`} style={{ '--series': styleOf(option).color }}>
          <input
            id={`${id}-${option}`}
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={() => toggle(option)}
          />
          {optionLabel(name, option, t)}
        </label>
      ))}
    </fieldset>
  );
}

function NumberField({ id, name, parameter, typed, value, t, onChange }: ControlProps) {
  const slider = sliderOf(parameter);
  return (
    <div class="control">
      <label for={id}>{paramLabel(name, t)}</label>
      <div class="number-field">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? inShort(value)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {slider && (
          <input
            type="range"
            aria-label={paramLabel(name, t)}
            aria-valuetext={inShort(value)}
            min={0}
            max={slider.steps}
            step={1}
            value={slider.position(Number(value))}
            onInput={(event) => onChange(slider.text(event.currentTarget.valueAsNumber))}
          />
        )}
      </div>
    </div>
  );
}

/** A slider moves in equal steps of the value, or of its logarithm where the parameter multiplies. */
function sliderOf(parameter: Parameter) {
  if (parameter.kind !== 'integer' && parameter.kind !== 'number') return undefined;
  const { min, max } = parameter;
  if (parameter.kind === 'integer') {
    return { steps: max - min, position: (value: number) => value - min, text: (step: number) => String(min + step) };
  }
  const steps = 100;
  if (parameter.scale === 'log') {
    const ratio = Math.log(max / min);
    return {
      steps,
      position: (value: number) => Math.round((Math.log(value / min) / ratio) * steps),
      text: (step: number) => String(Number((min * Math.exp((step / steps) * ratio)).toPrecision(2))),
    };
  }
  return {
    steps,
    position: (value: number) => Math.round(((value - min) / (max - min)) * steps),
    text: (step: number) => String(Number((min + (step / steps) * (max - min)).toPrecision(3))),
  };
}
