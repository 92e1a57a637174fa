import { Button, FileInput, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { EXPECTED_FILES, expectedFileOf } from './expected-files.js'
import { sendEdition } from './imports.js'
import { useCatalogueTexts } from './texts.js'

/** The files of an edition, chosen together and sent at once. */
export function UploadPanel() {
  const texts = useCatalogueTexts()
  const [name, setName] = useState('')
  const [files, setFiles] = useState<File[]>([])
  const send = useAct({
    act: sendEdition,
    changes: ['catalogue-imports'],
    success: texts('upload.sent'),
    quiet: true,
    onDone: () => {
      setFiles([])
      setName('')
    },
  })
  return (
    <Panel title={texts('upload.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({ name, files })
        }}
      >
        <Stack>
          <Text c="dimmed">{texts('upload.hint')}</Text>
          <Group align="flex-start" grow>
            <TextInput
              label={texts('upload.name')}
              description={texts('upload.nameHint')}
              placeholder={texts('upload.namePlaceholder')}
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <FileInput
              label={texts('upload.files')}
              description={EXPECTED_FILES.map(({ id }) => id).join(', ')}
              placeholder={texts('upload.filesPlaceholder')}
              accept=".txt,.gz,text/plain,application/gzip"
              multiple
              clearable
              clearButtonProps={{ 'aria-label': texts('upload.filesPlaceholder') }}
              leftSection={<IconFileUpload size={18} aria-hidden />}
              value={files}
              onChange={setFiles}
            />
          </Group>
          {files.length > 0 ? <ChosenFiles files={files} /> : null}
          {send.error ? <ProblemAlert error={send.error} /> : null}
          <Button
            type="submit"
            disabled={files.length === 0}
            loading={send.isPending}
            style={{ alignSelf: 'flex-start' }}
          >
            {texts('upload.send')}
          </Button>
        </Stack>
      </form>
    </Panel>
  )
}

const KB = 1_000

function ChosenFiles({ files }: { readonly files: readonly File[] }) {
  const texts = useCatalogueTexts()
  const formats = useFormats()
  const foreign = files.filter(({ name }) => expectedFileOf(name) === undefined)
  return (
    <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {EXPECTED_FILES.map(({ id, isNeeded }) => {
        const file = files.find(({ name }) => expectedFileOf(name) === id)
        const size = file && texts('upload.size', { kb: formats.number(Math.ceil(file.size / KB)) })
        return (
          <Group key={id} component="li" gap="sm">
            <StateBadge tone={file ? 'ok' : isNeeded ? 'stop' : 'neutral'}>
              {file
                ? texts('upload.chosen', { name: file.name, size: size ?? '' })
                : texts(isNeeded ? 'upload.missing' : 'upload.absent')}
            </StateBadge>
            <span>
              {texts(`file.${id}`)} ({id})
            </span>
          </Group>
        )
      })}
      {foreign.map(({ name }) => (
        <li key={name}>
          <StateBadge tone="warn">{texts('upload.foreign', { name })}</StateBadge>
        </li>
      ))}
    </Stack>
  )
}
