import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AllocationKeyView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { MemberMark } from '../kit/member-mark.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useMembers } from '../kit/use-members.js'
import classes from '../split/split.module.css'
import { useKeysTexts } from './texts.js'

interface Props {
  readonly allocation: AllocationKeyView
  readonly mark: ReactNode
}

/** A key as a sentence a general assembly would recognise, with its weights. */
export function KeyFormula({ allocation, mark }: Props) {
  const texts = useKeysTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const { components, fromOn, toOn } = allocation
  const all = components.reduce((sum, { weight }) => sum + weight, 0)
  const [only] = components
  const fixed = components.filter(({ weights }) => weights.length > 0)
  const when =
    toOn === null
      ? texts('since', { from: formats.day(fromOn) })
      : texts('between', { from: formats.day(fromOn), to: formats.day(toOn) })
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {mark}
        <Text fw={600}>{allocation.label}</Text>
        <Text c="dimmed">
          {texts('version', { version: allocation.version })}, {when}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {texts('decision', { reference: allocation.decisionReference })}
      </Text>
      <div className={classes['formula']}>
        {components.length === 1 && only ? (
          texts('formula.one', { what: common.word('driver', only.driver) })
        ) : (
          <>
            {texts('formula.mix')}
            <ul>
              {components.map(({ driver, weight }, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the key
                <li key={position}>
                  {texts('formula.part', { weight, all, what: common.word('driver', driver) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {fixed.length > 0 ? (
        <Text size="sm" c="dimmed">
          {texts('formula.contractual')}
        </Text>
      ) : null}
      {fixed.map(({ weights }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the key
        <Weights key={position} weights={weights} />
      ))}
    </Stack>
  )
}

function Weights({
  weights,
}: {
  readonly weights: AllocationKeyView['components'][number]['weights']
}) {
  const texts = useKeysTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const members = useMembers()
  const ordered = weights.toSorted(
    (a, b) =>
      (members.get(a.establishmentId)?.position ?? 0) -
      (members.get(b.establishmentId)?.position ?? 0),
  )
  return (
    <table className={classes['ledger']} style={{ maxWidth: 420 }}>
      <caption className="nv-visually-hidden">{texts('weights')}</caption>
      <thead>
        <tr>
          <th scope="col">{common('member')}</th>
          <th scope="col" className={classes['right']}>
            {texts('weight')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ establishmentId, weight }) => (
          <tr key={establishmentId}>
            <td>
              <MemberMark
                of={establishmentId}
                name={members.get(establishmentId)?.name ?? establishmentId}
              />
            </td>
            <td className={classes['right']}>{formats.number(BigInt(weight))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
