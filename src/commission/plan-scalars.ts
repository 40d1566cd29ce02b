import { z } from 'zod'
import { compare, readFraction, ZERO } from './fraction.ts'

/** Whether a text is a number that is not below zero. */
export const isRate = (text: string) => {
  const value = readFraction(text)
  return value !== undefined && compare(value, ZERO) >= 0
}

export const rateText = z
  .string()
  .refine(isRate, 'expected a rate such as 5% or 1/20')
  .describe('A rate: 5%, 7.5%, 1/20')
export const factorText = z.string().refine(isRate, 'expected a factor such as 1.2').describe('A factor: 1.2')
export const pointsText = z
  .string()
  .refine(isRate, 'expected percentage points such as 2%')
  .describe('Percentage points: 2%')
export const heightText = z
  .string()
  .refine(isRate, 'expected a share of the target such as 80%, or an amount such as 100000')
  .describe('A share of the target (80%), or an amount in the currency’s own units (100000)')
export const amountText = z
  .string()
  .refine((text) => isRate(text) && !/[%％/]/.test(text), 'expected an amount such as 20000 or 20000.50')
  .describe('An amount in the currency’s own units: 20000')
/** A share has to say that it is one: 1 might be 100% or a single coin. */
export const isShare = (text: string) => isRate(text) && /[%％/]/.test(text)

export const shareText = z
  .string()
  .refine(isShare, 'expected a share such as 80%')
  .describe('A share: 80%, 1/2')
