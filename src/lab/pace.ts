const millisecondsPerShow = 100;

/**
 * Calls `show` soon after an offer, at most ten times a second, and so rarely that it takes no more than a third of the time:
 * a page that draws must have time left to answer.
 */
export function createPace(show: () => void) {
  let isWanted = false;
  let isShowing = false;
  let earliest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function turn(): void {
    const began = performance.now();
    timer = undefined;
    isWanted = false;
    isShowing = true;
    show();
    // What it set in motion, such as a drawing, is done before the next task.
    setTimeout(() => {
      isShowing = false;
      earliest = began + Math.max(millisecondsPerShow, 3 * (performance.now() - began));
      if (isWanted) offer();
    });
  }

  function offer(): void {
    isWanted = true;
    if (!isShowing) timer ??= setTimeout(turn, Math.max(0, earliest - performance.now()));
  }

  return {
    offer,
    /** Forgets what was offered. */
    cancel(): void {
      isWanted = false;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
