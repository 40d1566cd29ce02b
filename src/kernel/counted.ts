/** `1 row`, `2 rows`: what the command line counts, which speaks English only. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
