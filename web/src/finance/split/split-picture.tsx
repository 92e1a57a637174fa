import type { MonthSplitView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { MemberLegend } from '../kit/member-mark.js'
import { StackedBars } from '../kit/stacked-bars.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useSplitTexts } from './texts.js'

/** Each pool as one bar cut by member. */
export function SplitPicture({ split }: { readonly split: MonthSplitView }) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  return (
    <>
      <Picture
        title={texts('picture')}
        description={texts('pictureHint')}
        columns={[
          { header: common('pool') },
          ...split.members.map(({ name }) => ({ header: name, isNumber: true })),
          { header: common('total'), isNumber: true },
        ]}
        rows={split.pools.map(({ label, shares, total }) => [
          label,
          ...split.members.map(({ establishmentId }) =>
            formats.euros(
              shares.find((share) => share.establishmentId === establishmentId)?.amount ?? '0.00',
            ),
          ),
          formats.euros(total),
        ])}
      >
        <StackedBars
          bars={split.pools.map(({ poolId, label, total, shares }) => ({
            id: poolId,
            label,
            total,
            parts: shares,
          }))}
        />
      </Picture>
      <MemberLegend members={split.members} label={common('legend')} />
    </>
  )
}
