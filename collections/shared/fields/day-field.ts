import type { TextField, TextFieldSingleValidation } from 'payload'
import { isDay } from '../../../src/ocop/day.ts'
import { label, type Label, say } from '../label.ts'

type DayOptions = Omit<Extract<TextField, { hasMany?: false }>, 'type' | 'label' | 'validate' | 'hasMany' | 'minRows' | 'maxRows'> & {
  label: Label
  description?: Label
  /** A further check of a day that the calendar has. */
  validate?: TextFieldSingleValidation
}

/**
 * A Hanoi day, stored as `YYYY-MM-DD`. Payload's own date field stores instants, of which the day depends on the reader's time
 * zone; a day in law (a decision, an expiry) has none.
 */
export const dayField = ({ label: text, description, validate, admin, ...field }: DayOptions): TextField => ({
  ...field,
  type: 'text',
  label: label(text),
  validate: async (value, options) => {
    const { req, required } = options
    if (value === null || value === undefined || value === '') {
      return !required || say({ req, vi: 'Chưa có ngày.', en: 'The day is missing.' })
    }
    if (!isDay(value)) {
      return say({ req, vi: `“${value}” không phải là một ngày có trong lịch, dạng năm-tháng-ngày (2026-11-24).`, en: `"${value}" is not a day of the calendar in the form YYYY-MM-DD (2026-11-24).` })
    }
    return validate ? validate(value, options) : true
  },
  hooks: {
    ...field.hooks,
    // An emptied date input sends ''; a day that is not known is null on both databases.
    beforeValidate: [({ value }) => (value === '' ? null : value), ...(field.hooks?.beforeValidate ?? [])],
  },
  admin: {
    ...admin,
    ...(description ? { description: label(description) } : {}),
    components: { ...admin?.components, Field: '/src/admin/day-field.tsx#DayField', Cell: '/src/admin/day-cell.tsx#DayCell' },
  },
})
