import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { usePlaceName } from '../stock/use-place-name.js'
import classes from './lot.module.css'
import { flowsOf, type Movement, type PlaceNode } from './lot-flows.js'
import { layOut, NODE_WIDTH } from './lot-layout.js'
import { useLotTexts } from './texts.js'

const LOOKS: Readonly<Record<string, string>> = {
  supplier: 'end',
  store: 'hub',
  'to-destroy': 'held',
  quarantine: 'held',
  'in-transit': 'moving',
  'member-store': 'member',
}

interface Props {
  readonly movements: readonly Movement[]
  readonly selected: string | undefined
  readonly onSelect: (key: string | undefined) => void
}

/** The path of a lot, from the supplier to every place that ever held some of it. */
export function LotGraph({ movements, selected, onSelect }: Props) {
  const t = useLotTexts()
  const formats = useFormats()
  const nameOf = usePlaceName()
  const { nodes, flows } = useMemo(() => flowsOf(movements), [movements])
  const picture = useMemo(() => layOut(nodes, flows), [nodes, flows])
  const nameOfKey = (key: string) => {
    const node = nodes.find((each) => each.key === key)
    return node === undefined ? key : nameOf(node)
  }
  if (flows.length === 0) return <Text c="dimmed">{t('graph.nothing')}</Text>
  return (
    <Picture
      title={t('graph.title')}
      description={t('graph.description')}
      isInteractive
      columns={[{ header: t('place') }, { header: '→' }, { header: t('received'), isNumber: true }]}
      rows={flows.map(({ from, to, units }) => [
        nameOfKey(from),
        nameOfKey(to),
        formats.number(units),
      ])}
    >
      <div className={classes['scroller']}>
        <div className={classes['graph']} style={{ width: picture.width, height: picture.height }}>
          <svg
            className={classes['flows']}
            width={picture.width}
            height={picture.height}
            aria-hidden
          >
            {picture.flows.map(({ from, to, path, width, units, labelX, labelY }) => (
              <g key={`${from} ${to}`}>
                <path
                  d={path}
                  strokeWidth={width}
                  className={`${classes['flow']} ${isBack(nodes, from, to) ? classes['back'] : ''}`}
                />
                <text x={labelX} y={labelY} className={classes['amount']}>
                  {formats.number(units)}
                </text>
              </g>
            ))}
          </svg>
          {picture.nodes.map((node) => {
            const present = heldOf(node)
            const passed = Math.max(node.inUnits, node.outUnits)
            const held = t('graph.held', { count: present, n: formats.number(present) })
            const through = t('graph.through', { count: passed, n: formats.number(passed) })
            const isSelected = selected === node.key
            return (
              <button
                key={node.key}
                type="button"
                className={`${classes['node']} ${classes[LOOKS[node.kind] ?? 'end']}`}
                style={{ left: node.x, top: node.y, width: NODE_WIDTH, height: node.height }}
                aria-pressed={isSelected}
                aria-label={t('graph.node', { name: nameOf(node), held, through })}
                onClick={() => onSelect(isSelected ? undefined : node.key)}
              >
                <span>{nameOf(node)}</span>
                <small>{present > 0 ? held : through}</small>
              </button>
            )
          })}
        </div>
      </div>
    </Picture>
  )
}

/** The supplier's side only gives: it holds nothing of ours. */
const heldOf = ({ kind, inUnits, outUnits }: PlaceNode): number =>
  kind === 'supplier' ? 0 : inUnits - outUnits

function isBack(nodes: readonly PlaceNode[], from: string, to: string): boolean {
  const column = (key: string) => nodes.find((node) => node.key === key)?.column ?? 0
  return column(to) <= column(from)
}
