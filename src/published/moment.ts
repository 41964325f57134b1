import { now, today } from '../clock.ts'
import type { Moment } from './store.ts'

/** This moment by the project's clock, in the terms of the store. */
export const moment = (): Moment => ({ now: now().toISOString(), today: today() })
