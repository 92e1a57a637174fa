import { Button, Checkbox, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { z } from 'zod'
import { CreateExamInput } from '../../../../src/specimens/schema.js'
import type { ExamView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { useLaboratoryId } from '../use-laboratory.js'
import { useExamTexts } from './texts.js'
import { useFieldSentences } from './use-field-sentences.js'

interface Props {
  readonly onClose: () => void
  readonly onCreated: (exam: ExamView) => void
}

/** A new exam of the laboratory, with where it comes from. */
export function ExamForm({ onClose, onCreated }: Props) {
  const texts = useExamTexts()
  const ui = useUiTexts()
  const groupingId = useLaboratoryId()
  const form = useForm<z.input<typeof CreateExamInput>>({
    initialValues: { groupingId, code: '', label: '', source: '', isCourierForbidden: false },
    validate: schemaResolver(CreateExamInput, { sync: true }),
  })
  const field = useFieldSentences(form.errors)
  const create = useAct({
    act: (json: z.input<typeof CreateExamInput>) => read(api.exams.$post({ json })),
    changes: ['exams'],
    success: (exam) => texts('form.created', { code: exam.code }),
    onDone: onCreated,
    quiet: true,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts('newExam')}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
        <Stack>
          <TextInput
            label={texts('form.code')}
            required
            data-autofocus
            {...form.getInputProps('code')}
            error={field('code')}
          />
          <TextInput
            label={texts('form.label')}
            required
            {...form.getInputProps('label')}
            error={field('label')}
          />
          <NumberInput
            label={texts('form.letterB')}
            min={1}
            allowDecimal={false}
            value={form.values.letterB ?? ''}
            onChange={(value) =>
              form.setFieldValue('letterB', typeof value === 'number' ? value : undefined)
            }
            error={field('letterB')}
          />
          <Checkbox
            label={texts('form.courierForbidden')}
            description={texts('form.courierForbiddenHint')}
            {...form.getInputProps('isCourierForbidden', { type: 'checkbox' })}
          />
          <TextInput
            label={texts('form.source')}
            description={texts('form.sourceHint')}
            required
            {...form.getInputProps('source')}
            error={field('source')}
          />
          {create.error ? <ProblemAlert error={create.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts('form.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {texts('form.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
