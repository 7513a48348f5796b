from lkjip_analysis.cli import main

main()
