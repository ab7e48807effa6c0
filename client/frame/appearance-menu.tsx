import { LOCALES, wordsOf } from '../../shared/messages/locales.ts';
import { IconButton } from '../ui/button.tsx';
import { AppearanceIcon } from '../ui/icons.ts';
import { Menu, MenuChoice, MenuSeparator } from '../ui/menu.tsx';
import { chooseLocale, useMessages } from '../ui/messages.ts';
import { chooseTheme, useTheme } from '../ui/theme.ts';

/** Light, dark or as the device; and the language, saying honestly where the words are still English. */
export default function AppearanceMenu({ defaultOpen }: { defaultOpen: boolean }) {
  const { t, choice } = useMessages();
  const theme = useTheme();
  return (
    <Menu
      defaultOpen={defaultOpen}
      trigger={
        <IconButton label={t('frame.theme.menu')}>
          <AppearanceIcon className="icon" />
        </IconButton>
      }
    >
      <MenuChoice
        label={t('frame.theme.heading')}
        value={theme}
        onChange={chooseTheme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          text: t(`frame.theme.${value}`),
        }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('frame.language.heading')}
        value={choice}
        onChange={(code) => void chooseLocale(code)}
        options={LOCALES.map(({ code, name }) => ({
          value: code,
          text: name,
          lang: code,
          ...(wordsOf(code) === code ? {} : { help: t('frame.language.stillEnglish') }),
        }))}
      />
    </Menu>
  );
}
