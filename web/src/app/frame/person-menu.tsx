import { Menu, Text, useMantineColorScheme } from '@mantine/core'
import {
  IconBook,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPalette,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { useSession } from '../../api/session.js'
import { speak, useLanguage } from '../../texts/language.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { useSignOut } from '../sign-in/use-sign-in.js'
import { useFrameTexts } from '../texts.js'

/** Who I am, my language, my theme, my security, the way out. */
export function PersonMenu({ target }: { readonly target: ReactElement }) {
  const [isOpen, setOpen] = useState(true)
  const texts = useFrameTexts()
  const words = useVocabulary()
  const language = useLanguage()
  const { user, grants } = useSession()
  const { setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const roles = [...new Set(grants.map(({ role }) => words(`role.${role}`)))].join(', ')
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={260}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--nv-ink)">
            {user.displayName}
          </Text>
          <Text size="xs" c="dimmed">
            {roles}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage size={18} aria-hidden />}
          onClick={() => void speak(language === 'fr' ? 'en' : 'fr')}
          lang={language === 'fr' ? 'en' : 'fr'}
        >
          {texts('person.language')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSun size={18} aria-hidden />}
          onClick={() => setColorScheme('light')}
        >
          {texts('person.light')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMoon size={18} aria-hidden />}
          onClick={() => setColorScheme('dark')}
        >
          {texts('person.dark')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/compte"
          leftSection={<IconShieldLock size={18} aria-hidden />}
        >
          {texts('person.account')}
        </Menu.Item>
        <Menu.Item component={Link} to="/kit" leftSection={<IconPalette size={18} aria-hidden />}>
          {texts('person.kit')}
        </Menu.Item>
        <Menu.Item component="a" href="/docs" leftSection={<IconBook size={18} aria-hidden />}>
          {texts('person.api')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() => signOut.mutate()}
        >
          {texts('person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
