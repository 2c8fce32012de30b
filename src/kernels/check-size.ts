/** @throws a RangeError `${job} matrix of 2 x 3 = 6 values, got 5` */
export function checkSize(job: string, matrix: Float32Array, rows: number, columns: number): void {
  const size = rows * columns;
  if (matrix.length !== size) {
    throw new RangeError(`${job} matrix of ${rows} x ${columns} = ${size} values, got ${matrix.length}`);
  }
}
