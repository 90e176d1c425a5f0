// Words of English that hold the name of a command and stand in too few abstracts to be known from those.

/** Pastimes hold a times, wine a ne, a mule a le; those that mathematics glues together too (kin, mum, slog) are none of them. */
export const RARE_ENGLISH: readonly string[] =
  `ale amid anecdota anecdote anecdotes atone barge barges bedtimes bulletproof bulletproofs centimes circa circled
  circlet circlets circuitous circularizes circulated circulates circumcise circumflex circumscribe circus circuses
  diva divvy finnegan foolscap gland glands glory godot gull gulls halftimes handicap handicapper handicaps hell hover
  hovers impounds jell lemur lemurs levee levees lord lords lore lunchtimes mealtimes menu mistimes mugged mugger
  muggers muggle mule mules mull muslin mustard oftentimes overtimes pallor pastimes perpetrate pill pills pine pines
  prodigality productions productiveness rage remodels revert reverts riff riffs singe supermodels tiff tinge topmast
  uphill upmarket veep veer veered veers veto vetoes wedged wine wines wrangler wranglers`.split(/\s+/);
