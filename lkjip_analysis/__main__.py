from lkjip_analysis.commands.cli import main

if __name__ == "__main__":
    main()
