"""Shared by all tests: helpers beside the test folders, and how properties are tried."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))  # for fixtures.made_up and gold_answers

# a machine under load is slow, and that is no defect of a property; CI tries the same cases each time
settings.register_profile(
    "kg", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("kg")
