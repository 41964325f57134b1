'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent } from 'payload'

/** A calendar day by the browser's own picker: the value is the text `YYYY-MM-DD`, with no time zone to shift it. */
export const DayField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { value, setValue, showError, path, disabled } = useField<string | null>({ potentiallyStalePath: givenPath })
  const id = `field-${path.replace(/\./g, '__')}`
  const locked = Boolean(readOnly) || Boolean(field.admin?.readOnly) || disabled
  return (
    <div className={`field-type text day-field${showError ? ' error' : ''}${locked ? ' read-only' : ''}`} style={mergeFieldStyles(field)}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={id}
          type="date"
          name={path}
          value={value ?? ''}
          min="1900-01-01"
          max="2199-12-31"
          disabled={locked}
          onChange={({ target }) => setValue(target.value === '' ? null : target.value)}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
