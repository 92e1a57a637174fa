import { Button, Drawer, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { AuditEntryView } from '../../../../src/audit/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { useUiTexts } from '../../ui/texts.js'
import { useActionWords } from './action-words.js'
import type { AuditFilter } from './audit-filter.js'
import { useAuditTexts } from './texts.js'
import { SealBadge } from './use-entry-columns.js'
import { type ReadableFact, useFacts } from './use-facts.js'

interface Props {
  readonly entry: AuditEntryView | undefined
  readonly onClose: () => void
}

/** One entry whole: every detail as a fact, and its seal. */
export function EntryDrawer({ entry, onClose }: Props) {
  const texts = useAuditTexts()
  const ui = useUiTexts()
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={entry === undefined ? '' : texts('entry.title', { id: entry.id })}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {entry === undefined ? null : <Entry entry={entry} onClose={onClose} />}
    </Drawer>
  )
}

interface EntryProps {
  readonly entry: AuditEntryView
  readonly onClose: () => void
}

function Entry({ entry, onClose }: EntryProps) {
  const texts = useAuditTexts()
  const words = useActionWords()
  const formats = useFormats()
  const facts = useFacts()(entry.details)
  const navigate = useNavigate()
  const goTo = (search: AuditFilter) => {
    onClose()
    void navigate({ to: '/administration/journal', search })
  }
  const { action, at, actorId, actorName, subjectType, subjectId, requestId, seal } = entry
  return (
    <Stack>
      <Text fw={600} size="lg">
        {words.word('action', action)}
      </Text>
      <Facts
        items={[
          { label: texts('column.at'), value: formats.dateTime(at) },
          { label: texts('column.who'), value: actorName ?? texts('program') },
          { label: texts('column.subject'), value: words.word('subject', subjectType) },
          { label: texts('filter.id'), value: <Small>{subjectId}</Small> },
        ]}
      />
      {facts.length === 0 ? (
        <Text c="dimmed">{texts('entry.noDetails')}</Text>
      ) : (
        <section aria-label={texts('column.details')}>
          <FactTree facts={facts} />
        </section>
      )}
      <Group gap="xs">
        {actorName === null ? null : (
          <Button variant="default" size="compact-md" onClick={() => goTo({ personne: actorId })}>
            {texts('entry.allOfPerson')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-md"
          onClick={() => goTo({ sujet: subjectType, ref: subjectId })}
        >
          {texts('entry.allOfSubject')}
        </Button>
      </Group>
      <SealBadge seal={seal} />
      <Facts
        items={[
          { label: texts('entry.request'), value: <Small>{requestId}</Small> },
          ...(seal === null ? [] : [{ label: texts('entry.seal'), value: <Small>{seal}</Small> }]),
        ]}
      />
    </Stack>
  )
}

function Small({ children }: { readonly children: string }) {
  return (
    <span className="nv-code" style={{ whiteSpace: 'normal' }}>
      {children}
    </span>
  )
}

function FactTree({ facts }: { readonly facts: readonly ReadableFact[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {facts.map(({ label, text, inside }) => (
        <li key={label}>
          <strong>{label}</strong>
          {'\u00a0: '}
          {inside.length === 0 ? text : null}
          {inside.length === 0 ? null : <FactTree facts={inside} />}
        </li>
      ))}
    </ul>
  )
}
