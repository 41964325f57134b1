import { changesEndpoint, changesSchemas } from './changes-endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointsOfKinds } from './kind-endpoints.ts'
import { openApiOf } from './openapi.ts'
import { searchEndpoint, searchSchemas } from './search-endpoint.ts'
import { specialEndpoints, specialSchemas } from './special-endpoints.ts'

/** Every address of the REST API but those that describe it. */
export const endpoints: readonly Endpoint[] = [...specialEndpoints(), searchEndpoint, changesEndpoint, ...endpointsOfKinds()]

/** The REST API as an OpenAPI 3.1 document: `/v1/openapi.json` and `openapi.json`. */
export const restDocument = openApiOf({ endpoints, schemas: { ...specialSchemas, ...searchSchemas, ...changesSchemas } })
