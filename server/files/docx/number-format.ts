import { letters, roman } from '../../../shared/text/ordinals.ts';

const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя';
const ARABIC_ALPHA = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const ARABIC_ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const HAN = '〇一二三四五六七八九';

const cycled = (alphabet: string, n: number): string =>
  (alphabet[(n - 1) % alphabet.length] as string).repeat(Math.floor((n - 1) / alphabet.length) + 1);

/** 1 → 一, 10 → 十, 11 → 十一, 20 → 二十, 21 → 二十一; 100 and more digit by digit. */
function chinese(n: number): string {
  if (n >= 100) return [...String(n)].map((digit) => HAN[Number(digit)]).join('');
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : (HAN[n % 10] as string);
  return tens === 0 ? ones : `${tens === 1 ? '' : HAN[tens]}十${ones}`;
}

const ordinal = (n: number): string => {
  const teens = n % 100 > 10 && n % 100 < 14;
  return `${n}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
};

/** Highest number printed with letters or numerals, as in Word; beyond it digits stand. */
const MOST_SPELLED = 780;

/** A number in a format of ECMA-376 part 1, 17.18.59 (ST_NumberFormat). An unknown format prints digits. */
export function formatNumber(n: number, format: string): string {
  if (n < 1 || n > MOST_SPELLED) return String(n);
  switch (format) {
    case 'lowerLetter':
      return letters(n);
    case 'upperLetter':
      return letters(n).toUpperCase();
    case 'lowerRoman':
      return roman(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'ordinal':
      return ordinal(n);
    case 'russianLower':
      return cycled(RUSSIAN, n);
    case 'russianUpper':
      return cycled(RUSSIAN, n).toUpperCase();
    case 'arabicAlpha':
      return cycled(ARABIC_ALPHA, n);
    case 'arabicAbjad':
      return cycled(ARABIC_ABJAD, n);
    case 'hindiNumbers':
      return [...String(n)].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
    case 'decimalFullWidth':
      return [...String(n)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
      return chinese(n);
    case 'none':
      return '';
    default:
      return String(n);
  }
}
