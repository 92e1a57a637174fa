import { Group, SimpleGrid } from '@mantine/core'
import { useSession } from '../../api/session.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useFrameTexts } from '../texts.js'
import { PasswordForm } from './password-form.js'
import { SecondFactor } from './second-factor.js'
import { SessionPanel } from './session-panel.js'

/** What protects the account of the person, and what it may do. */
export function AccountPage() {
  const texts = useFrameTexts()
  const words = useVocabulary()
  const { user, grants } = useSession()
  return (
    <Page title={texts('account.title')} subtitle={`${user.displayName} · ${user.email}`}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Panel title={texts('account.password.title')}>
          <PasswordForm />
        </Panel>
        <Panel title={texts('account.totp.title')}>
          <SecondFactor />
        </Panel>
        <Panel title={texts('account.roles')}>
          <Group gap="xs">
            {grants.map((grant) => (
              <StateBadge
                key={`${grant.role} ${grant.groupingId} ${grant.establishmentId}`}
                tone="neutral"
              >
                {`${words(`role.${grant.role}`)} · ${grant.establishmentName ?? grant.groupingName}`}
              </StateBadge>
            ))}
          </Group>
        </Panel>
        <SessionPanel />
      </SimpleGrid>
    </Page>
  )
}
