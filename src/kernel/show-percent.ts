/**
 * Basis points as a percentage, floored to at most `decimals` of them: `93.5%`, `33.34%`; 99.999% never reads 100%.
 * Idle zeros are left out.
 */
export function showPercent(bps: number, decimals: 0 | 1 | 2 = 2): string {
  const hundredths = Math.floor(bps)
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .slice(0, decimals)
    .replace(/0+$/, '')
  return `${Math.floor(hundredths / 100)}${fraction && `.${fraction}`}%`
}
