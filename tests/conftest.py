"""Shared by all tests: helpers beside the test folders, and where the reference material may be."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # for fixtures.made_up and gold_answers
