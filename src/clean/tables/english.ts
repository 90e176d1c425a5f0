// Words of English that hold the name of a command and stand in too few abstracts to be known from those.

/** Pastimes hold a times, wine a ne, a mule a le; those that mathematics glues together too (kin, mum, slog) are none of them. */
export const RARE_ENGLISH: readonly string[] =
  `barge barges bedtimes bulletproof bulletproofs centimes circa circled circlet circlets circuitous circularizes
  circulated circulates circumcise circumflex circumscribe circus circuses diva divvy gull gulls halftimes hell hover
  hovers jell lemur lemurs levee levees lord lords lore lunchtimes mealtimes menu mistimes mugged mugger muggers
  muggle mule mules mull muslin mustard oftentimes overtimes pallor pastimes perpetrate pill pills pine pines
  prodigality productions productiveness rage singe topmast veep veer veered veers veto vetoes wedged wine wines`.split(
    /\s+/,
  );
