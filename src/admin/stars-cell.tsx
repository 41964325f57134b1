'use client'

import { DefaultCell, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { isStars, stars } from './stars.ts'

/** Stars in a list, drawn and told; empty is left to the list. */
export const StarsCell = (props: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const count: unknown = props.cellData
  if (!isStars(count)) return <DefaultCell {...props} />
  const told = i18n.language === 'en' ? `${count} of 5 stars` : `${count} trên 5 sao`
  return <DefaultCell {...props} cellData={<span aria-label={told} className="ocop-press-stars" role="img">{stars(count)}</span>} />
}
