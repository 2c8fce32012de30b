import type { Agreement } from './compare.ts';
import { callCounterpart, UnknownCall } from './counterparts.ts';
import { isStricter } from './error-rules.ts';
import { FieldError, type Fields, listOf, refuseUnknown, textOf } from './fields.ts';
import { type PythonCall, type PythonValue, parsePythonCall } from './python-call.ts';

/**
 * `{ call, raises, message, warnings }`: a wrong or doubtful call. Where the framework raises, ours must throw an error that
 * names the value that is wrong; where it does not, ours must not throw either. Every exception is a rule of error-rules.ts.
 * Warnings are not compared: a library without a console does not warn.
 */
export function checkErrorCase(fields: Fields): Agreement {
  refuseUnknown(fields, ['call', 'raises', 'message', 'warnings'], 'the case');
  const call = parsePythonCall(textOf(fields.call, 'call'));
  if (fields.raises !== null) textOf(fields.raises, 'raises, unless it is null,');
  const warnings = listOf(fields.warnings ?? [], 'warnings').map((each) => String(each));
  const error = errorOf(() => callCounterpart(call));
  if (fields.raises === null && error === undefined) return 'exact';
  if (error === undefined) throw new Error(`the framework raises ${fields.raises}, ours accepts the call`);
  if (fields.raises === null && !isStricter(call, warnings)) {
    throw new Error(`the framework accepts the call, ours throws "${error.message}", and no rule says why`);
  }
  expectValueNamed(error, call, fields.message);
  return fields.raises === null ? 'stricter' : 'exact';
}

function errorOf(run: () => void): Error | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    // What this folder cannot read is no refusal by the library.
    if (error instanceof UnknownCall || error instanceof FieldError || !(error instanceof Error)) throw error;
    return error;
  }
}

/** @throws an Error if a message does not say which value is wrong: it would leave the reader to guess */
export function expectValueNamed({ message }: Error, call: PythonCall, theirs: unknown = null): void {
  const shown = suspects(call, theirs).flatMap(inJavaScript);
  if (!shown.some((text) => contains(message, text))) {
    throw new Error(`ours throws "${message}", which names none of the values ${shown.join(', ')}`);
  }
}

/**
 * The values that may be wrong. With a shape and other values given, it is one of the others; but if the framework's own
 * message is about dimensions it is the shape, and a shape without elements may be wrong as well. An array of the wrong kind
 * goes by its name.
 */
function suspects({ positional, named, remark }: PythonCall, theirs: unknown): PythonValue[] {
  if (remark === 'int tensor') return ['Int32Array'];
  const values = [...positional, ...Object.values(named)];
  const shape = Array.isArray(positional[0]) ? positional[0] : named.shape;
  const others = values.filter((value) => value !== shape);
  if (!Array.isArray(shape) || others.length === 0 || shape.includes(0)) return values;
  return /\bdimensions?\b/.test(String(theirs)) ? [shape] : others;
}

/** How messages of this library may write a value. */
function inJavaScript(value: PythonValue): string[] {
  if (!Array.isArray(value)) return [String(value)];
  return value.length === 0 ? ['[]', 'empty'] : [`[${value.join(', ')}]`];
}

/** Whether the text stands in the message as a whole: 1 does not stand in 10 or in 1.5. */
function contains(message: string, text: string): boolean {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${escaped}(?![\\w]|\\.\\d)`).test(message);
}
