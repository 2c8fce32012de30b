/** A matrix as the list of its columns. */
export type Columns = readonly Float64Array[];

/**
 * Turns k linearly independent columns of n >= k numbers into the orthonormal columns Q of A = Q R, where R is upper
 * triangular with a positive diagonal; the columns of A are overwritten. This sign makes Q unique, and it makes Q uniformly
 * distributed over all orthonormal columns when A holds independent normals (Mezzadri 2007, "A correct and efficient algorithm").
 *
 * Householder's reflections (Golub and Van Loan 2013, section 5.2): H_j = I - 2 v_j v_j^T / |v_j|^2 takes what is left of
 * column j, x, to -sign(x_1) |x| e_1, which is R_jj; then Q = H_1 H_2 ... H_k I. Each reflection is orthogonal to about
 * 1e-16, so Q is too, however nearly dependent the columns are. A column of zeros gives a column of zeros, as in PyTorch.
 */
export function orthonormalize(columns: Columns): Float64Array[] {
  const signs = columns.map((column, j) => {
    const sign = reflector(column, j);
    for (const later of columns.slice(j + 1)) reflect(column, later, j);
    return sign;
  });
  return columns.map((column, k) => {
    const q = new Float64Array(column.length);
    q[k] = signs[k] as number;
    for (let j = columns.length - 1; j >= 0; j--) reflect(columns[j] as Float64Array, q, j);
    return q;
  });
}

/** Replaces the entries from j on, x, by v / |v| with v = x + sign(x_1) |x| e_1; returns the sign of R_jj = -sign(x_1) |x|. */
function reflector(column: Float64Array, j: number): number {
  const x1 = column[j] as number;
  const length = norm(column, j);
  if (length === 0) return 0;
  column[j] = x1 < 0 ? x1 - length : x1 + length;
  const lengthOfV = norm(column, j);
  for (let i = j; i < column.length; i++) column[i] = (column[i] as number) / lengthOfV;
  return x1 < 0 ? 1 : -1;
}

/** x <- x - 2 v (v^T x), where v is 0 before entry j. */
function reflect(v: Float64Array, x: Float64Array, j: number): void {
  let product = 0;
  for (let i = j; i < x.length; i++) product += (v[i] as number) * (x[i] as number);
  for (let i = j; i < x.length; i++) x[i] = (x[i] as number) - 2 * product * (v[i] as number);
}

function norm(x: Float64Array, j: number): number {
  let sum = 0;
  for (let i = j; i < x.length; i++) sum += (x[i] as number) * (x[i] as number);
  return Math.sqrt(sum);
}
