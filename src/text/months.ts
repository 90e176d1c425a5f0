// The names of months, in English and in the languages that browsers translate pages to.

/** Any beginning of three letters counts. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'januar', 'janeiro', 'januari', 'enero', 'gennaio', 'января', 'январь'],
  ['february', 'fevrier', 'februar', 'fevereiro', 'februari', 'febrero', 'febbraio', 'февраля', 'февраль'],
  ['march', 'mars', 'marz', 'marco', 'maart', 'mrt', 'marzo', 'maret', 'марта', 'март'],
  ['april', 'avril', 'abril', 'aprile', 'апреля', 'апрель'],
  ['may', 'mai', 'mei', 'maio', 'mayo', 'maggio', 'мая', 'май'],
  ['june', 'juin', 'juni', 'junho', 'junio', 'giugno', 'июня', 'июнь'],
  ['july', 'juillet', 'juli', 'julho', 'julio', 'luglio', 'июля', 'июль'],
  ['august', 'aout', 'augustus', 'agosto', 'agustus', 'августа', 'август'],
  ['september', 'septembre', 'setembro', 'septiembre', 'settembre', 'сентября', 'сентябрь'],
  ['october', 'octobre', 'oktober', 'outubro', 'octubre', 'ottobre', 'октября', 'октябрь'],
  ['november', 'novembre', 'novembro', 'noviembre', 'ноября', 'ноябрь'],
  ['december', 'decembre', 'dezember', 'dezembro', 'diciembre', 'dicembre', 'desember', 'декабря', 'декабрь'],
];

/** Names whose beginnings are other words too ("Pro 12"): they stand behind the day, as these languages write dates. */
const BEHIND_DAY: readonly (readonly string[])[] = [
  ['stycznia', 'styczen', 'ocak', 'ledna', 'ιανουαριου'],
  ['lutego', 'luty', 'subat', 'unora', 'φεβρουαριου'],
  ['marca', 'marzec', 'mart', 'brezna', 'μαρτιου'],
  ['kwietnia', 'kwiecien', 'nisan', 'dubna', 'απριλιου'],
  ['maja', 'mayıs', 'kvetna', 'μαιου'],
  ['czerwca', 'czerwiec', 'haziran', 'cervna', 'ιουνιου'],
  ['lipca', 'lipiec', 'temmuz', 'cervence', 'ιουλιου'],
  ['sierpnia', 'sierpien', 'agustos', 'srpna', 'αυγουστου'],
  ['wrzesnia', 'wrzesien', 'eylul', 'zari', 'σεπτεμβριου'],
  ['pazdziernika', 'pazdziernik', 'ekim', 'rijna', 'οκτωβριου'],
  ['listopada', 'listopad', 'kasım', 'listopadu', 'νοεμβριου'],
  ['grudnia', 'grudzien', 'aralık', 'prosince', 'δεκεμβριου'],
];

/** The number of a month, from 1, whose name begins so; 0 for any other word. */
export function monthOf(name: string, isBehindDay: boolean): number {
  const plain = withoutAccents(name.toLowerCase());
  const begins = (names: readonly string[]): boolean => names.some((full) => full.startsWith(plain));
  const month = MONTHS.findIndex(begins) + 1;
  return month > 0 || !isBehindDay ? month : BEHIND_DAY.findIndex(begins) + 1;
}

/** A letter of another alphabet may be one with its accent: "май". */
const withoutAccents = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/(?<=[a-zα-ω])[\u0300-\u036f]+/g, '')
    .normalize('NFC');
