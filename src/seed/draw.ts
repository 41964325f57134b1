import type { Drawing } from './content/types.ts'
import * as goods from './drawings/goods.ts'
import { type Palette, palettes } from './drawings/palettes.ts'
import { hall, market, teaHills, terraces, village } from './drawings/places.ts'
import { award, calendar, council, documents, livestream, mergedMap, picture, portrait, scales, shelf, steps, still } from './drawings/scenes.ts'

type Scene = (palette: Palette, variant: number) => string

const stills = Object.fromEntries(Object.entries(goods).map(([name, good]): [string, Scene] => [name, (p) => still(p, good(p))]))

/** Every picture that the seed can draw, by name. */
const scenes: Readonly<Record<string, Scene>> = {
  ...stills,
  terraces: (p, variant) => picture(terraces(p, variant)),
  village: (p, variant) => picture(village(p, variant)),
  market: (p, variant) => picture(market(p, variant)),
  teaHills: (p, variant) => picture(teaHills(p, variant)),
  hall: (p) => picture(hall(p)),
  documents, calendar, steps, award,
  map: mergedMap,
  council: (p) => council(p, goods.hat(p)),
  scales: (p) => scales(p, goods.eggs(p)),
  livestream: (p) => livestream(p, [goods.honey(p), goods.noodles(p), goods.hat(p), goods.pomelo(p)]),
  shelf: (p) => shelf(p, [goods.noodles(p), goods.bottle(p), goods.lingzhi(p), goods.hat(p), goods.pomelo(p), goods.bowl(p)]),
  portrait,
}

/** The drawing as SVG. @throws Error when there is no such scene. */
export const draw = ({ scene, palette, variant = 3 }: Drawing): string => {
  const make = scenes[scene]
  if (!make) throw new Error(`There is no drawing “${scene}”. Known drawings: ${Object.keys(scenes).join(', ')}.`)
  return make(palettes[palette], variant)
}
