'use client'

import { DefaultCell } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { isDay } from '../ocop/day.ts'
import { formatDay } from '../text/format-day.ts'

/** A calendar day in a list, as Vietnamese readers write it: `05/03/2027`. */
export const DayCell = (props: DefaultCellComponentProps) => {
  const day: unknown = props.cellData
  return <DefaultCell {...props} cellData={isDay(day) ? formatDay(day) : day} />
}
