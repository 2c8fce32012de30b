import { expect, type Locator } from '@playwright/test';

/** Comes to an exercise or a prediction with the pointer, and waits until its script is there. */
export async function come(place: Locator): Promise<void> {
  await place.hover();
  await expect(place.locator(':is(answer-check, choice-check, predict-choice, predict-curve):defined')).toBeVisible();
}
