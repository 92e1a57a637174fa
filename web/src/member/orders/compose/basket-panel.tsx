import { Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { ApiProblem } from '../../../api/problem.js'
import { explainProblem } from '../../../api/problems/explain-problem.js'
import { useLanguage } from '../../../texts/language.js'
import { Panel } from '../../../ui/layout/panel.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketProduct } from './basket-line.js'
import { BasketLines } from './basket-lines.js'
import { DraftConflict } from './draft-conflict.js'
import { DraftStatusText } from './draft-status-text.js'
import type { Basket } from './use-basket.js'

interface Props {
  /** Of an order apart; the main one needs none. */
  readonly title?: string
  readonly note?: string
  readonly basket: Basket
  readonly lastId: string | undefined
  readonly maximum: (productId: string) => number | undefined
  readonly onUnits: (product: BasketProduct, units: number) => void
}

/** The lines of one order, with what the server says of each. */
export function BasketPanel({ title, note, basket, lastId, maximum, onUnits }: Props) {
  const t = useOrderTexts()
  const problems = useLineProblems(basket.draft.error)
  if (basket.lines.length === 0 && basket.draft.status !== 'conflict') return null
  return (
    <Panel
      title={[title, t('lines.count', { count: basket.lines.length })].filter(Boolean).join(' · ')}
      aside={<DraftStatusText draft={basket.draft} />}
    >
      <Stack gap="sm">
        {note ? (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        ) : null}
        <DraftConflict basket={basket} />
        <BasketLines
          label={title ?? t('lines.title')}
          lines={basket.lines}
          lastId={lastId}
          problems={problems}
          maximum={maximum}
          onUnits={onUnits}
          onPutBack={basket.putBack}
        />
      </Stack>
    </Panel>
  )
}

/** Refusals of the server by line: `lines.3.productId` is the fourth. */
function useLineProblems(error: Error | undefined): ReadonlyMap<number, string> {
  const language = useLanguage()
  return useMemo(() => {
    if (!(error instanceof ApiProblem)) return new Map()
    const { fields } = explainProblem(error.problem, language)
    return new Map(
      fields.flatMap(({ path, sentence }) => {
        const index = /^lines\.(\d+)\b/.exec(path)?.[1]
        return index === undefined ? [] : [[Number(index), sentence] as const]
      }),
    )
  }, [error, language])
}
