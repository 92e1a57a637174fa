import { defineConfig } from 'vitest/config'

// A default export because vitest reads nothing else.
export default defineConfig({
  test: {
    // Files share a process, and so what they import: most of a file's time was importing. A file that
    // needs another state of the world starts a process of its own.
    isolate: false,
    reporters: ['default', './test/summary-reporter.ts'],
    coverage: { provider: 'v8', include: ['src/**', 'jobs/**', 'templates/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 30_000,
          include: ['{src,jobs,templates,tools,web}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['./test/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          // After the others: projects with different workers may not share a turn.
          sequence: { groupOrder: 1 },
          // Generous, so that a busy machine is slow and not wrong.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['./test/e2e/global-setup.ts'],
          pool: 'forks',
          // One demonstration for all: the files follow each other.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          // Cruising the whole source tree takes longer than a unit test may, on a busy machine a minute.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
