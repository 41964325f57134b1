import { toSlug } from '../../text/index.ts'
import { newAtFourStars, newlyRecognised, reRecognised, renewedSince } from './products/bac-kan.ts'
import type { CertificateSeed } from './types.ts'

/** Certificates of the named products. */
const named: readonly CertificateSeed[] = [
  { product: 'mien-dong-tai-hoan', stars: 5, score: 92.4, kind: 'new', decision: 'centre-2021' },
  { product: 'mien-dong-tai-hoan', stars: 5, score: 93.1, kind: 're-recognised', decision: 'centre-again', supersedes: 'centre-2021' },
  { product: 'khoai-tay-phuong-lich', stars: 3, score: 61, kind: 'new', decision: 'thanh-hoa-2022' },
  { product: 'buoi-luan-van', stars: 3, score: 66.5, kind: 'new', decision: 'thanh-hoa-long-expired' },
  { product: 'nam-linh-chi-an-sinh', stars: 4, score: 74.2, kind: 'new', decision: 'thanh-hoa-expired' },
  { product: 'dong-trung-ha-thao-minh-truong', stars: 4, score: 78.8, kind: 'new', decision: 'thanh-hoa-expiring-soon' },
  { product: 'nem-chua-thanh-lan', stars: 3, score: 64.3, kind: 'new', decision: 'nga-son-expiring' },
  { product: 'dua-luoi-nam-giao', stars: 4, score: 81.5, kind: 'new', decision: 'thanh-hoa-expiring-later' },
  { product: 'kho-ca-bong-lau-mot-nang-gecosex-chung', stars: 4, score: 76.4, kind: 'new', decision: 'soc-trang' },
  { product: 'keo-sua-dua-nguyen-chat-yen-hoang', stars: 4, score: 79.6, kind: 'new', decision: 'ben-tre' },
  { product: 'pho-kho-vafood', stars: 4, score: 72.9, kind: 'new', decision: 'nam-dinh' },
  { product: 'non-la-ngoc-thom', stars: 3, score: 65.2, kind: 'new', decision: 'thanh-hoa-a' },
  { product: 'cha-ca-anh-thuy', stars: 3, score: 67.8, kind: 'new', decision: 'thanh-hoa-a' },
  { product: 'banh-la-ha-lai', stars: 3, score: 60.7, kind: 'new', decision: 'thanh-hoa-a' },
  { product: 'gio-lua-chinh-hang', stars: 3, score: 68.9, kind: 'new', decision: 'thanh-hoa-a' },
  { product: 'moi-say-long-duong', stars: 3, score: 59.5, kind: 'new', decision: 'thanh-hoa-a' },
  { product: 'xuc-xich-dieu-anh', stars: 3, score: 62.6, kind: 'new', decision: 'thanh-hoa-b' },
  { product: 'banh-gao-thom-chien-thang', stars: 3, score: 58.4, kind: 'new', decision: 'thanh-hoa-b' },
  { product: 'thit-lon-muoi-an-tam', stars: 3, score: 63.1, kind: 'new', decision: 'thanh-hoa-b' },
  { product: 'nam-dui-ga-kms', stars: 3, score: 66, kind: 'new', decision: 'thanh-hoa-b' },
  { product: 'cha-com-dinh-dung', stars: 3, score: 61.9, kind: 'new', decision: 'thanh-hoa-b' },
  { product: 'ha-thu-o-do-che-kochi', stars: 4, score: 83.7, kind: 'new', decision: 'thanh-hoa-b' },
  { product: 'banh-gai-huy-thu', stars: 3, score: 64.8, kind: 'new', decision: 'thanh-hoa-c' },
  { product: 'trung-ga-ca-gai-leo-sadu', stars: 4, score: 75.5, kind: 'new', decision: 'thanh-hoa-c' },
  { product: 'dua-hau-dong-que', stars: 3, score: 57.3, kind: 'new', decision: 'thanh-hoa-c' },
]

/** A three-star score that differs from entry to entry: 50.5 to 69.4. */
const threeStarScore = (index: number): number => (505 + ((index * 37) % 190)) / 10

const slugOf = ([name]: readonly [string, ...unknown[]]): string => toSlug(name)

const earlier: readonly CertificateSeed[] = reRecognised.map((entry, index) => ({ product: slugOf(entry), stars: 3, score: threeStarScore(index), kind: 'new', decision: 'bac-kan-2019' }))

/** The certificates of Bắc Kạn decided in 2021 without the five-star one: 16 re-recognised, 39 new, one at four stars. */
const in2021: readonly CertificateSeed[] = [
  ...reRecognised.map((entry, index): CertificateSeed => ({ product: slugOf(entry), stars: 3, score: threeStarScore(index + 5), kind: 're-recognised', decision: 'bac-kan-2021-again', supersedes: 'bac-kan-2019' })),
  ...newlyRecognised.map((entry, index): CertificateSeed => ({ product: slugOf(entry), stars: 3, score: threeStarScore(index + 11), kind: 'new', decision: 'bac-kan-2021-new' })),
  { product: slugOf(newAtFourStars), stars: 4, score: 77.2, kind: 'new', decision: 'bac-kan-2021-new' },
]

const decisionIn2021 = new Map(in2021.map(({ product, decision }) => [product, decision]))

const renewed: readonly CertificateSeed[] = renewedSince.map((name, index) => {
  const product = toSlug(name)
  const atFour = product === slugOf(newAtFourStars)
  const supersedes = decisionIn2021.get(product)
  return {
    product, stars: atFour ? 4 : 3, score: atFour ? 78.3 : threeStarScore(index + 17), kind: 're-recognised',
    decision: index % 2 === 0 ? 'thai-nguyen-first' : 'thai-nguyen-second', ...(supersedes ? { supersedes } : {}),
  }
})

/** Every certificate of the demo, each after the one it takes the place of. */
export const certificates: readonly CertificateSeed[] = [...earlier, ...in2021, ...named, ...renewed]
