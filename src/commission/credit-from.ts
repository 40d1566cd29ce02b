import type { OverlayDocument, OverrideDocument } from './credit-document.ts'
import { exactly } from './fraction.ts'
import type { Overlay } from './overlay.ts'
import type { Override } from './override.ts'

export const overlayFrom = ({ of, credit }: OverlayDocument): Overlay => ({ of, credit: exactly(credit) })

export const overrideFrom = ({ rate, of, scope }: OverrideDocument): Override => ({
  rate: exactly(rate),
  of,
  scope,
})
