import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { findChromium } from './test-chromium.js'

const STDOUT = 1
const NO_BROWSER =
  'End-to-end tests skipped: they need a Chromium on the PATH (apt-get install chromium).\n'

/**
 * Ends every run with one plain line, `N passed, N failed, N skipped`, and turns a run that
 * executed nothing into a failure: "all green" must never mean "nothing ran".
 * With `NAVETTE_TEST_NOTHING_SKIPPED=1`, as in continuous integration, a skipped test is a failure too.
 */
// A default export because vitest loads reporters given by path that way.
export default class SummaryReporter implements Reporter {
  private passed = 0
  private failed = 0
  private skipped = 0
  private needsBrowser = false

  onInit(): void {
    // Coverage and teardown still print after the last test: only process exit is truly last.
    process.once('exit', () => {
      const skipsAreFailures = process.env['NAVETTE_TEST_NOTHING_SKIPPED'] === '1'
      if (this.passed + this.failed === 0) process.exitCode = 1
      if (skipsAreFailures && this.skipped > 0) process.exitCode = 1
      if (this.needsBrowser) writeSync(STDOUT, NO_BROWSER)
      writeSync(STDOUT, `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped\n`)
    })
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.passed = 0
    this.failed = unhandledErrors.length
    this.skipped = 0
    for (const module of modules) this.count(module)
  }

  private count(module: TestModule): void {
    let failedHere = 0
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') this.passed += 1
      else if (state === 'failed') failedHere += 1
      else {
        this.skipped += 1
        this.needsBrowser ||= module.project.name === 'e2e' && findChromium() === undefined
      }
    }

    // A file that cannot be loaded, or whose hook fails, has no failed test of its own.
    this.failed += failedHere === 0 && !module.ok() ? 1 : failedHere
  }
}
