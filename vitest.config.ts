import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** These run what was built: `bin/scdl.js` and the packed tarball. */
const BUILT = [
  'test/cli/**/*.test.ts',
  'test/package.test.ts',
  'test/library.test.ts',
  'test/readme*.test.ts',
  'test/robustness/**/*.test.ts',
]

/** These change nothing around them: a process may run one after the other, and load the code once. */
const PURE = ['core', 'header', 'schema', 'structure', 'fieldTypes', 'checks', 'repairs', 'messages', 'writers'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    env: {
      SCDL_FUZZ_SECONDS: process.env.SCDL_FUZZ_SECONDS ?? (process.env.CI ? '30' : '3'),
      // No registry is asked, save where a test brings its own.
      CI: 'true',
    },
    // Left alone, vitest keeps a processor for itself: of two, one would wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Long: tests run side by side on machines that others share. No test asserts a time.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'source', include: ['test/**/*.test.ts'], exclude: [...BUILT, ...PURE] } },
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'built', include: BUILT, globalSetup: 'test/build.ts', testTimeout: 120_000 } },
    ],
  },
})
