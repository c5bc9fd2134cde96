"""``python -m kg`` and the command ``kg``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run ``kg``; Ctrl-C while it is still being loaded ends it in one line too."""
    try:
        from kg.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("kg: stopped\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
