// Units of measurement as they stand behind a number.

const LONG =
  'eV keV MeV GeV TeV Mpc kpc pc yr Myr Gyr mas erg Jy mJy mol kcal kG mA THz fb pb ms us ns min Hz kHz MHz GHz kB KB MB GB TB KiB MiB GiB mm cm km nm px kW MW mV dB kg mg fps FPS pp meV PeV mK nK kV mV nA kA pF nF Pa kPa MPa GPa mT nT GW TW PHz Torr hr dex fs nW';
const SHORT = 's m h g K V W J T M B G';

/** Units of two letters and more, as the alternatives of an expression. */
export const LONG_UNITS: string = LONG.replaceAll(' ', '|');

/** All units. */
export const UNITS: string = `${LONG_UNITS}|${SHORT.replaceAll(' ', '|')}`;
