import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ShareExplanationView } from '../../../../src/billing/review-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useSplitTexts } from './texts.js'

interface Props {
  readonly periodId: string
  readonly share: ShareExplanationView
  readonly part: ShareExplanationView['parts'][number]
}

/** Says when the facts of a closed month no longer give what it counted, which alone is owed. */
export function ReadSince({ periodId, share, part }: Props) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const { driver, quantity } = part
  const { establishmentId } = share.member
  const { data } = useQuery({
    queryKey: ['split', periodId, 'activity', establishmentId, driver, 'total'],
    queryFn: () =>
      read(
        api.periods[':id'].activity.$get({
          param: { id: periodId },
          query: { establishmentId, driver, limit: '1' },
        }),
      ),
    enabled: share.state === 'closed',
  })
  if (data === undefined || plain(data.total) === plain(quantity)) return null
  return (
    <Alert color="yellow" variant="light" styles={{ message: { color: 'var(--nv-ink)' } }}>
      {texts('facts.readSince', {
        frozen: exactFigure(formats, quantity),
        total: exactFigure(formats, data.total),
        unit: common.word('unit', driver),
      })}
    </Alert>
  )
}

/** The same figure, whether or not its decimals are written; more returned than received counts for nothing. */
const plain = (figure: string): string =>
  figure.startsWith('-') ? '0' : figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure
