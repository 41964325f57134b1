import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readFileSync } from 'node:fs'

const schema = (name: string) => JSON.parse(readFileSync(`test/support/schemas/${name}`, 'utf8'))

/** What the schema of the IPTC finds wrong with a text as ninjs 3.1; nothing where it is right. */
export const ninjsFaults = (() => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  const { $schema: _draft, ...places } = schema('GeoJSON.json')
  ajv.addSchema(places)
  const validate = ajv.compile(schema('ninjs-schema_3.1.json'))
  return (text: string): string[] => (validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`))
})()
