import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Verdict } from '../../ui/marks/verdict.js'
import { signal } from '../../ui/scan/feedback.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useBenchTexts } from './texts.js'
import { useFindScanned } from './use-find-scanned.js'

const SHORTEST = 2

/** Any label or tube, scanned anywhere on the page, opens the reception it belongs to. */
export function ScanToOpen({ label }: { readonly label: string }) {
  const texts = useBenchTexts()
  const navigate = useNavigate()
  const find = useFindScanned()
  const [unknown, setUnknown] = useState<string>()
  const [error, setError] = useState<Error>()
  const open = async (code: string) => {
    setError(undefined)
    setUnknown(undefined)
    if (code.length < SHORTEST) return setUnknown(code)
    try {
      const found = await find(code)
      signal(found ? 'ok' : 'stop')
      if (found === undefined) return setUnknown(code)
      await navigate({ to: `/laboratoire/reception/${found.shipmentId}` })
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)))
    }
  }
  return (
    <>
      <ScanField label={label} onScan={(code) => void open(code)} />
      {unknown === undefined ? null : (
        <Verdict tone="stop" detail={texts('scanFirst.unknownDetail')}>
          {texts('scanFirst.unknown', { code: unknown })}
        </Verdict>
      )}
      {error ? <ProblemAlert error={error} /> : null}
    </>
  )
}
