import { Button, Stack } from '@mantine/core'
import { IconClipboardPlus, IconTestPipe } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/session.js'
import { Page } from '../../ui/layout/page.js'
import { Tile, Tiles } from '../../ui/layout/tile.js'
import { Lines } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type OrderRow, openOrdersQuery } from '../orders/order-queries.js'
import { type Member, useMember } from '../parts/use-member.js'
import { discrepanciesQuery, incomingQuery } from '../receipts/delivery-queries.js'
import { DiscrepanciesToday } from './discrepancies-today.js'
import { DraftsToday } from './drafts-today.js'
import classes from './home.module.css'
import { NextDelivery } from './next-delivery.js'
import { OrdersToday } from './orders-today.js'
import { StatementsToday } from './statements-today.js'
import { useHomeTexts } from './texts/index.js'
import { ToReceive } from './to-receive.js'
import { TubesToday } from './tubes-today.js'

/** The establishment's day: what comes and when, what to receive, what waits for me. */
export function HomePage() {
  const t = useHomeTexts()
  const member = useMember()
  const { user } = useSession()
  return (
    <Page
      title={t('title')}
      subtitle={t('hello', { name: user.displayName, place: member.name })}
      actions={
        <>
          {member.canSend ? (
            <Button
              component={Link}
              to="/etablissement/prelevements/nouveau"
              variant="default"
              size="md"
              leftSection={<IconTestPipe size={18} aria-hidden />}
            >
              {t('send')}
            </Button>
          ) : null}
          {member.canOrder ? (
            <Button
              component={Link}
              to="/etablissement/commandes/nouvelle"
              size="md"
              leftSection={<IconClipboardPlus size={18} aria-hidden />}
            >
              {t('order')}
            </Button>
          ) : null}
        </>
      }
    >
      {member.pharmacyId === undefined ? null : (
        <PharmacyDay member={member} pharmacyId={member.pharmacyId} />
      )}
      {member.laboratoryId === undefined ? null : (
        <TubesToday
          establishmentId={member.establishmentId}
          laboratoryId={member.laboratoryId}
          canSend={member.canSend}
        />
      )}
      <StatementsToday establishmentId={member.establishmentId} />
    </Page>
  )
}

interface Props {
  readonly member: Member
  readonly pharmacyId: string
}

function PharmacyDay({ member, pharmacyId }: Props) {
  const { establishmentId, canReceive } = member
  const orders = useQuery(openOrdersQuery(establishmentId, pharmacyId))
  const toReceive = useQuery(incomingQuery(establishmentId, pharmacyId, 'delivered'))
  const onTheWay = useQuery(incomingQuery(establishmentId, pharmacyId, 'dispatched'))
  const discrepancies = useQuery(discrepanciesQuery(establishmentId, pharmacyId, 'open'))
  const error = orders.error ?? toReceive.error ?? onTheWay.error ?? discrepancies.error
  if (error) return <ProblemAlert error={error} onRetry={() => void orders.refetch()} />
  if (!orders.data || !toReceive.data || !onTheWay.data || !discrepancies.data) {
    return <Lines count={5} height={40} />
  }
  const rows = orders.data.items
  return (
    <Stack gap="md">
      <Figures
        orders={rows}
        toReceive={toReceive.data.items.length}
        onTheWay={onTheWay.data.items.length}
        discrepancies={discrepancies.data.items.length}
      />
      {toReceive.data.items.length > 0 ? (
        <ToReceive deliveries={toReceive.data.items} canReceive={canReceive} />
      ) : null}
      <div className={classes['pair']}>
        <NextDelivery
          establishmentId={establishmentId}
          pharmacyId={pharmacyId}
          orders={rows}
          canOrder={member.canOrder}
        />
        <OrdersToday orders={rows} />
      </div>
      <DraftsToday drafts={rows.filter(({ state }) => state === 'draft')} />
      <DiscrepanciesToday items={discrepancies.data.items} />
    </Stack>
  )
}

const isAtHub = ({ state }: OrderRow): boolean =>
  !['draft', 'dispatched', 'delivered'].includes(state)

function Figures({
  orders,
  toReceive,
  onTheWay,
  discrepancies,
}: {
  readonly orders: readonly OrderRow[]
  readonly toReceive: number
  readonly onTheWay: number
  readonly discrepancies: number
}) {
  const t = useHomeTexts()
  const late = orders.filter(({ isLate }) => isLate).length
  return (
    <Tiles>
      <Tile
        label={t('tile.toReceive', { count: toReceive })}
        value={toReceive}
        tone={toReceive > 0 ? 'warn' : 'neutral'}
        to="/etablissement/receptions"
      />
      <Tile
        label={t('tile.onTheWay', { count: onTheWay })}
        value={onTheWay}
        to="/etablissement/receptions"
      />
      <Tile
        label={t('tile.atHub', { count: orders.filter(isAtHub).length })}
        value={orders.filter(isAtHub).length}
        to="/etablissement/commandes"
        search={{ etat: 'hub' }}
      />
      <Tile
        label={t('tile.late', { count: late })}
        value={late}
        tone={late > 0 ? 'stop' : 'neutral'}
        to="/etablissement/commandes"
        search={{ retard: true }}
      />
      <Tile
        label={t('tile.discrepancies', { count: discrepancies })}
        value={discrepancies}
        tone={discrepancies > 0 ? 'warn' : 'neutral'}
        to="/etablissement/receptions"
      />
    </Tiles>
  )
}
