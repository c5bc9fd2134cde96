"""Splink (Fellegi and Sunter's model, learnt without labels, DuckDB) on the names of ``resolution.py``; needs splink 5 and duckdb.

``python benchmarks/resolution_splink.py NAMES.csv CLUSTERS.csv`` writes the clusters at each of several
thresholds and prints a line of JSON with CPU seconds and memory.
"""

from __future__ import annotations

import csv
import json
import logging
import resource
import sys
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999)


def main(names: str, clusters: str) -> None:
    """Link, cluster, write."""
    logging.disable(logging.WARNING)
    connection = duckdb.connect()
    connection.execute("CREATE TABLE names AS SELECT * FROM read_csv(?, all_varchar = true, header = true, nullstr = '')", [names])
    api = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.95, 0.85, 0.7]),
            cl.JaroWinklerAtThresholds("family", [0.95]),
            cl.ExactMatch("title"),
            cl.ExactMatch("body"),
            cl.ExactMatch("country"),
        ],
        blocking_rules_to_generate_predictions=[block_on("family", "substr(given, 1, 1)"), block_on("family", "body")],
    )
    linker = Linker(api.register(connection.table("names")), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("given", "family", "body")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given", "family"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("family", "body"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given", "country"))
    told = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    with Path(clusters).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("threshold", "unique_id", "cluster_id"))
        for threshold in THRESHOLDS:
            found = linker.clustering.cluster_pairwise_predictions_at_threshold(told, threshold_match_probability=threshold)
            out.writerows((threshold, row["unique_id"], row["cluster_id"]) for row in found.as_record_list())
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu": round(used.ru_utime + used.ru_stime, 1), "MB": used.ru_maxrss // 1024}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
