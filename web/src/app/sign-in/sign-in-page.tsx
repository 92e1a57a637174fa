import {
  Button,
  Center,
  Divider,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { auth, read } from '../../api/client.js'
import { speak, useLanguage } from '../../texts/language.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useFrameTexts } from '../texts.js'
import { CredentialsForm } from './credentials-form.js'
import classes from './sign-in.module.css'
import { useSignIn } from './use-sign-in.js'

const methodsQuery = queryOptions({
  queryKey: ['sign-in-methods'],
  queryFn: () => read(auth.methods.$get()),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Only addresses of our own: a link from outside cannot send somebody elsewhere after signing in. */
const ownPath = (path: string | undefined): string =>
  path?.startsWith('/') && !path.startsWith('//') ? path : '/'

export function SignInPage() {
  const texts = useFrameTexts()
  const language = useLanguage()
  const router = useRouter()
  const { retour } = getRouteApi('/connexion').useSearch()
  const { data: methods } = useQuery(methodsQuery)
  const goOn = () => router.history.push(ownPath(retour))
  useEffect(() => {
    document.title = `${texts('signIn.title')} · Navette`
  }, [texts])
  return (
    <Center mih="100vh" component="main" p="md">
      <Stack gap="lg" w="100%" maw={960}>
        <Group justify="space-between" align="flex-start">
          <div>
            <Group gap="sm">
              <img src="/icon.svg" width={40} height={40} alt="" />
              <Title order={1}>Navette</Title>
            </Group>
            <Text c="dimmed">{texts('signIn.tagline')}</Text>
          </div>
          <Button
            variant="subtle"
            onClick={() => void speak(language === 'fr' ? 'en' : 'fr')}
            lang={language === 'fr' ? 'en' : 'fr'}
          >
            {texts('person.language')}
          </Button>
        </Group>
        <div className={classes['columns']}>
          <Paper p="lg">
            <Stack>
              <Title order={2}>{texts('signIn.title')}</Title>
              <CredentialsForm onDone={goOn} />
              {methods?.oidc ? (
                <>
                  <Divider label={texts('signIn.or')} />
                  <Button
                    component="a"
                    variant="default"
                    size="md"
                    href={`/api/auth/oidc/start?returnTo=${encodeURIComponent(ownPath(retour))}`}
                  >
                    {texts('signIn.oidc')}
                  </Button>
                </>
              ) : null}
            </Stack>
          </Paper>
          {methods?.demo ? <Personas demo={methods.demo} onDone={goOn} /> : null}
        </div>
      </Stack>
    </Center>
  )
}

interface Demo {
  readonly password: string
  readonly personas: readonly {
    readonly email: string
    readonly displayName: string
    readonly jobTitle: string
  }[]
}

function Personas({ demo, onDone }: { readonly demo: Demo; readonly onDone: () => void }) {
  const texts = useFrameTexts()
  const signIn = useSignIn({ onDone })
  return (
    <Paper p="lg" component="section" aria-labelledby="personas">
      <Stack>
        <div>
          <Title order={2} id="personas">
            {texts('signIn.personas')}
          </Title>
          <Text c="dimmed" size="sm">
            {texts('signIn.personasHint')}
          </Text>
        </div>
        {signIn.error ? <ProblemAlert error={signIn.error} /> : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {demo.personas.map(({ email, displayName, jobTitle }) => (
            <UnstyledButton
              key={email}
              className={classes['persona']}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ email, password: demo.password })}
            >
              <Text fw={600}>{jobTitle}</Text>
              <Text size="sm" c="dimmed">
                {displayName}
              </Text>
            </UnstyledButton>
          ))}
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}
