// What Node offers to the portable code.
import { isUtf8 } from 'node:buffer'
import type { Platform } from '../core/source.js'
import { gunzip, inflateRaw } from './inflate.js'
import { openSpool } from './spool.js'

export const nodePlatform: Platform = { isUtf8, gunzip, inflateRaw, spool: openSpool }
