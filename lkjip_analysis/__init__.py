"""lkjip_analysis: check, run and explore Indonesian government performance reports (LKjIP)."""
