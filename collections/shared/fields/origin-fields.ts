import type { Field } from 'payload'
import { label, type Label } from '../label.ts'
import { dayField } from './day-field.ts'

/** An administrative unit as of a day, with the district of that time as text; hooks/settle-unit-day.ts keeps unit and day together. */
export const originFields = ({ label: text, description }: { label: Label; description?: Label }): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'unit',
        type: 'relationship',
        relationTo: 'administrative-units',
        index: true,
        label: label(text),
        admin: { width: '60%', allowCreate: false, ...(description ? { description: label(description) } : {}) },
      },
      dayField({
        name: 'unitAsOf',
        label: { vi: 'Địa giới tại ngày', en: 'As of' },
        description: { vi: 'Đơn vị được ghi theo địa giới của ngày này.', en: 'The day whose map the unit belongs to.' },
        admin: { width: '40%' },
      }),
    ],
  },
  {
    name: 'formerDistrict',
    type: 'text',
    maxLength: 120,
    label: label({ vi: 'Huyện cũ', en: 'Former district' }),
    admin: { description: label({ vi: 'Huyện, thị xã của thời điểm đó, ví dụ “huyện Na Rì”.', en: 'The district of that time, such as “huyện Na Rì”.' }) },
  },
]
