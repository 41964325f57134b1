import type { CertificateTerm } from './certificate.ts'
import type { Day } from './day.ts'
import { starsOn } from './stars-on.ts'

/**
 * One certificate for each product that has stars on a Hanoi day: the one that gives them. Counting these counts
 * products, so that a product whose old and upgraded certificates overlap is counted once, at its public stars.
 */
export const standingOn = <C extends CertificateTerm & { product: string }>(certificates: readonly C[], day: Day): C[] => {
  const byProduct = new Map<string, C[]>()
  for (const certificate of certificates) {
    const others = byProduct.get(certificate.product)
    if (others) others.push(certificate)
    else byProduct.set(certificate.product, [certificate])
  }
  return [...byProduct.values()].flatMap((ofProduct) => starsOn(ofProduct, day)?.certificate ?? [])
}
