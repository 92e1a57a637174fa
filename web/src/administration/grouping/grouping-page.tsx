import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { GroupingView } from '../../../../src/members/schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DialogButton } from '../parts/dialog-button.js'
import { groupingQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { ChangeGrouping } from './change-grouping.js'
import { useGroupingTexts } from './texts.js'

/** The grouping itself: who it is before the law, and what its documents say of it. */
export function GroupingPage() {
  const texts = useGroupingTexts()
  const common = useAdministrationTexts()
  const { id, name } = useAdministered()
  const mayAct = useMayAdminister()
  const query = useQuery(groupingQuery(id))
  return (
    <Page
      title={name}
      subtitle={texts('subtitle')}
      marks={query.data?.isDemo ? <StateBadge>{texts('demo')}</StateBadge> : null}
      actions={
        mayAct && query.data !== undefined ? (
          <DialogButton label={common('change')} title={texts('change')} width={720}>
            {(close) => <ChangeGrouping grouping={query.data} onClose={close} />}
          </DialogButton>
        ) : null
      }
    >
      <Loadable query={query}>{(grouping) => <Known grouping={grouping} />}</Loadable>
    </Page>
  )
}

function Known({ grouping }: { readonly grouping: GroupingView }) {
  const texts = useGroupingTexts()
  const common = useAdministrationTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return (
    <Stack gap="md">
      <Panel title={texts('legal')}>
        <Facts
          items={[
            { label: texts('fact.name'), value: grouping.name },
            { label: texts('fact.legalForm'), value: grouping.legalForm },
            { label: texts('fact.kind'), value: words.word('groupingKind', grouping.kind) },
            { label: texts('fact.address'), value: grouping.address },
            { label: texts('fact.phone'), value: grouping.phone },
            {
              label: texts('fact.hub'),
              value: grouping.hubEstablishmentName ?? common('notSaid'),
            },
            { label: texts('fact.responsible'), value: grouping.responsibleName },
            { label: texts('fact.responsiblePhone'), value: grouping.responsiblePhone },
          ]}
        />
      </Panel>
      <Panel title={texts('rules')}>
        <Facts
          items={[
            { label: texts('fact.code'), value: <Code>{grouping.code}</Code> },
            { label: texts('fact.timeZone'), value: grouping.timeZone },
            { label: texts('fact.vat'), value: texts(`vat.${grouping.vatRegime}`) },
            { label: texts('fact.created'), value: formats.date(grouping.createdAt) },
          ]}
        />
        <Text size="sm" c="dimmed">
          {texts('fixed')}
        </Text>
      </Panel>
      <Panel title={texts('printed')}>
        <Text>{grouping.legalMention}</Text>
        <Text size="sm" c="dimmed">
          {texts('printedHint')}
        </Text>
      </Panel>
    </Stack>
  )
}
