"""Every report at hand verified in parallel: its outcomes, their Parquet, and one page over all."""
