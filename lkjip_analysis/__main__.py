"""Where the command begins: Ctrl-C ends it quietly, also while it is still being imported."""

import sys

INTERRUPTED = 130


def main() -> None:
    try:
        from lkjip_analysis.commands.cli import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
