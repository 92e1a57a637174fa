import { ActionIcon, Button, Drawer, Group, Progress, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowLeft, IconListDetails, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { isMuted, mute } from '../../ui/scan/feedback.js'
import { useUiTexts } from '../../ui/texts.js'
import classes from './picking.module.css'
import type { Aside, Step } from './steps.js'
import { usePickingTexts } from './texts/index.js'

interface Props {
  readonly order: OrderView
  readonly steps: readonly Step[]
  readonly aside: Aside
  readonly onChoose: (key: string) => void
  readonly onFinish: () => void
}

/** Which order, how far, how long before the cut-off. */
export function PickingBar(props: Props) {
  const { order, steps } = props
  const t = usePickingTexts()
  const ui = useUiTexts()
  const [isOpen, drawer] = useDisclosure(false)
  const done = steps.filter(({ left }) => left === 0).length
  return (
    <header className={classes['bar']}>
      <ActionIcon
        component={Link}
        to="/pharmacie/preparation"
        variant="default"
        size={44}
        aria-label={t('bar.back')}
      >
        <IconArrowLeft aria-hidden />
      </ActionIcon>
      <div>
        <Text fw={600}>
          <Code>{order.number}</Code> · {order.establishment.name}
        </Text>
        {order.cutoffAt === null ? null : <Countdown to={order.cutoffAt} />}
      </div>
      {order.priority === 'urgent' ? <StateBadge tone="warn">{ui('urgent')}</StateBadge> : null}
      <div className={classes['barProgress']}>
        <Text size="sm">{t('bar.progress', { done, total: steps.length })}</Text>
        <Progress.Root size="lg">
          <Progress.Section
            value={steps.length === 0 ? 0 : (100 * done) / steps.length}
            aria-label={t('bar.progressLabel')}
          />
        </Progress.Root>
      </div>
      <SoundSwitch />
      <Button
        variant="default"
        h={44}
        leftSection={<IconListDetails size={20} aria-hidden />}
        onClick={drawer.open}
      >
        {t('bar.lines')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={drawer.close}
        title={t('drawer.title', { number: order.number })}
        position="right"
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        <StepList {...props} onClose={drawer.close} />
      </Drawer>
    </header>
  )
}

function SoundSwitch() {
  const t = usePickingTexts()
  const [isOff, setOff] = useState(isMuted)
  const toggle = () => {
    mute(!isOff)
    setOff(!isOff)
  }
  return (
    <ActionIcon
      variant="default"
      size={44}
      onClick={toggle}
      aria-label={isOff ? t('bar.muted') : t('bar.sound')}
    >
      {isOff ? <IconVolumeOff aria-hidden /> : <IconVolume aria-hidden />}
    </ActionIcon>
  )
}

function StepList({
  steps,
  aside,
  onChoose,
  onFinish,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const t = usePickingTexts()
  const formats = useFormats()
  return (
    <Stack gap="sm">
      {steps.map((step) => (
        <Group key={step.key} justify="space-between" wrap="nowrap" gap="sm">
          <div>
            <Text fw={500}>{step.product.denomination}</Text>
            <Text size="sm" c="dimmed">
              {step.place} · <Code>{step.lotNumber}</Code>
            </Text>
            <StateBadge tone={step.left === 0 ? 'ok' : aside.has(step.key) ? 'warn' : 'neutral'}>
              {step.left === 0
                ? t('drawer.done')
                : aside.has(step.key)
                  ? t('drawer.aside')
                  : t('drawer.left', { units: formats.number(step.left) })}
            </StateBadge>
          </div>
          {step.left > 0 ? (
            <Button
              variant="default"
              flex="none"
              h={44}
              aria-label={`${t('drawer.take')} ${step.product.denomination}`}
              onClick={() => {
                onChoose(step.key)
                onClose()
              }}
            >
              {t('drawer.take')}
            </Button>
          ) : null}
        </Group>
      ))}
      <Button
        variant="default"
        h={44}
        onClick={() => {
          onFinish()
          onClose()
        }}
      >
        {t('drawer.finish')}
      </Button>
    </Stack>
  )
}
