// A real browser. Debian's package `chromium` is enough; `CHROMIUM` names another one.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
)

export const hasChromium = executablePath !== undefined

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    // Its own sandbox is for users who have no other; the superuser has none to give.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
