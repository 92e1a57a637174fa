import { Group, Text } from '@mantine/core'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useReceiptTexts } from './texts/index.js'
import { ToteEvidence } from './tote-evidence.js'
import { ToteLots } from './tote-lots.js'
import { progressOf, type ToteCheck } from './tote-progress.js'
import { ToteState } from './tote-state.js'
import { ToteToFind } from './tote-to-find.js'

/** One tote: first whether it is there, then its lots. */
export function ToteCard({ tote, lines, draft, change }: ToteCheck) {
  const t = useReceiptTexts()
  const progress = progressOf({ tote, lines, draft })
  return (
    <Panel
      title={tote ? t('tote.title', { code: tote.code }) : t('tote.loose')}
      aside={
        <Group gap="xs">
          {tote ? <StorageMark of={tote.storageClass} /> : null}
          <ToteState progress={progress} />
        </Group>
      }
    >
      {tote ? (
        <Group gap="lg">
          {tote.sealNumber ? (
            <Text size="sm">
              {t('tote.seal')} <Code>{tote.sealNumber}</Code>
            </Text>
          ) : null}
          <ToteEvidence tote={tote} />
        </Group>
      ) : null}
      {tote && !progress.isHere ? (
        <ToteToFind tote={tote} lines={lines} change={change} isAbsent={progress.isAbsent} />
      ) : (
        <ToteLots lines={lines} draft={draft} change={change} />
      )}
    </Panel>
  )
}
