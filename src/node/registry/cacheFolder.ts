// Where the platform keeps what programs can fetch again.
import { homedir } from 'node:os'
import { join } from 'node:path'

/** `$SCDL_CACHE_DIR`, else the folder that the platform gives to caches. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const given = env.SCDL_CACHE_DIR ?? ''
  if (given !== '') return given
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'scdl', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'scdl')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'scdl')
}
