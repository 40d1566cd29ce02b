const WHOLE = 10_000n // basis points

/** What several growths multiply to, as a fraction: +60% and +30% are 20800/10000 of what was. */
export function productOf(bps: readonly number[]): { of: bigint; whole: bigint } {
  return bps.reduce(({ of, whole }, one) => ({ of: of * (WHOLE + BigInt(one)), whole: whole * WHOLE }), {
    of: 1n,
    whole: 1n,
  })
}

/** A value times a fraction, up to the next `step`: a target is not rounded down. */
export function grown(from: number, { of, whole }: { of: bigint; whole: bigint }, step: bigint): bigint {
  const divisor = whole * step
  const exact = BigInt(from) * of
  return exact <= 0n ? 0n : ((exact + divisor - 1n) / divisor) * step
}

/** By how many percent a fraction is more than one, exactly: `+108%`, `-2.75%`. */
export function showGrowth({ of, whole }: { of: bigint; whole: bigint }): string {
  const more = of - whole
  const size = more < 0n ? -more : more
  const scale = String(whole).length - 1 // the whole is a power of ten
  const digits = String(size * 100n).padStart(scale + 1, '0')
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${more < 0n ? '-' : '+'}${digits.slice(0, digits.length - scale)}${fraction && `.${fraction}`}%`
}
