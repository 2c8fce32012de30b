import { describe, expect, it } from 'vitest';
import { closingLine, countBrowser, countStage, countUnit } from '../../scripts/test.mjs';

const none = { passed: 0, failed: 0, skipped: 0 };

describe('the count of unit tests', () => {
  it('tells passed, failed and skipped tests apart', () => {
    const assertionResults = ['passed', 'failed', 'passed', 'skipped', 'todo'].map((status) => ({ status }));
    const report = { testResults: [{ status: 'failed', assertionResults }] };
    expect(countUnit(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be imported as one failure', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countUnit(report)).toEqual({ ...none, failed: 1 });
  });
});

it('the count of browser tests takes flaky tests and errors outside of tests as failures', () => {
  const stats = { expected: 10, unexpected: 1, flaky: 2, skipped: 3 };
  expect(countBrowser({ stats, errors: [{}] })).toEqual({ passed: 10, failed: 4, skipped: 3 });
});

describe('the count of a stage', () => {
  it('is one test if the stage reports none', () => {
    expect(countStage(true, undefined, false)).toEqual({ ...none, passed: 1 });
    expect(countStage(false, undefined, false)).toEqual({ ...none, failed: 1 });
  });

  it('has a failure if the stage broke off although every test passed', () => {
    expect(countStage(false, { ...none, passed: 5 }, true)).toEqual({ ...none, passed: 5, failed: 1 });
    expect(countStage(true, { ...none, passed: 5 }, true)).toEqual({ ...none, passed: 5 });
  });

  it('has a failure if no test ran or no report was written', () => {
    expect(countStage(true, none, true)).toEqual({ ...none, failed: 1 });
    expect(countStage(true, undefined, true)).toEqual({ ...none, failed: 1 });
  });
});

it('the closing line names skipped tests only if there are any', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
