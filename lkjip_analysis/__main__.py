"""Where the command begins: Ctrl-C ends it quietly, also while it is still being imported; a
package that lost files is one sentence.
"""

import sys

UNREADABLE, INTERRUPTED = 2, 130


def main() -> None:
    try:
        from lkjip_analysis.commands.cli import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:
        from lkjip_analysis.commands.damaged import damage

        if (lost := damage(error)) is None:
            raise
        sys.stderr.write(f"{lost}\n")  # clean as every problem is
        sys.exit(UNREADABLE)


if __name__ == "__main__":
    main()
