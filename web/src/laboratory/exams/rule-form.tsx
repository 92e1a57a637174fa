import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import type { ExamView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { RuleConditions } from './rule-conditions.js'
import { RuleDelays } from './rule-delays.js'
import { useExamTexts } from './texts.js'
import { useFieldSentences } from './use-field-sentences.js'
import { type RuleDraft, type RuleInput, useRuleForm, withoutEmpty } from './use-rule-form.js'

interface Props {
  readonly exam: ExamView
  readonly onClose: () => void
}

/** A new version of a delay, in the name of the biologist who writes it. */
export function RuleForm({ exam, onClose }: Props) {
  const texts = useExamTexts()
  const ui = useUiTexts()
  const form = useRuleForm(exam.id)
  const field = useFieldSentences(form.errors)
  const create = useAct({
    act: (json: RuleInput) => read(api['stability-rules'].$post({ json })),
    changes: ['stability-rules', 'specimen-shipments'],
    success: ({ version }) => texts('form.createdRule', { version, code: exam.code }),
    onDone: onClose,
    quiet: true,
  })
  const send = ({ idealMinutes, maximumMinutes, ...rest }: RuleDraft) => {
    if (idealMinutes === '' || maximumMinutes === '') return
    create.mutate({ ...withoutEmpty(rest), idealMinutes, maximumMinutes })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${texts('newRule')} · ${exam.code}`}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text c="dimmed">{texts('form.ruleSentence')}</Text>
          <RuleConditions form={form} field={field} />
          <RuleDelays form={form} field={field} />
          <TextInput
            label={texts('form.source')}
            description={texts('form.sourceHint')}
            required
            {...form.getInputProps('source')}
            error={field('source')}
          />
          <Checkbox
            label={texts('form.derogable')}
            {...form.getInputProps('isDerogable', { type: 'checkbox' })}
          />
          {create.error ? <ProblemAlert error={create.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts('form.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {texts('form.createRule')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
