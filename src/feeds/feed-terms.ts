/** Where the certification of a product stands today; the words of the public definition. */
export type CertificationStatus = 'certified' | 'expired' | 'withdrawn' | 'none'
