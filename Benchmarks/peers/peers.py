#!/usr/bin/env python3
"""What else could work out the thirty indicators of `population/`: SQLite, DuckDB and Polars, over the same two files.

    peers.py versions            what is there, as one JSON line; null for what is not
    peers.py build FOLDER        from households.csv and persons.csv of the folder: an SQLite file, a DuckDB file, Parquet
    peers.py run FOLDER ENGINE   runs indicators.sql; one JSON line: version, seconds of the queries alone, cells

ENGINE is sqlite, duckdb-native, duckdb-csv or polars-parquet. `--save FILE` keeps the cells, one a line. Whatever is
built is whole or not there. DuckDB and Polars come with `pip install duckdb polars`; each is left out where it is missing.
"""

import argparse
import contextlib
import json
import os
import time

# What only one command or engine needs is imported there: a whole process is measured, and must not pay for the others.

TABLES = ("households", "persons")
INTEGERS = {"hh_id", "village_id", "n_members", "n_smartphones", "person_id", "line_no", "age"}
DECIMALS = {"internet_mbps", "monthly_income", "monthly_expense", "land_area_m2", "distance_km", "weight"}


def version(package):
    """The installed version of a package, or None."""
    import importlib.metadata

    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


@contextlib.contextmanager
def whole(path):
    """A name to write to; it becomes `path` once all is written."""
    unfinished = path + ".unfinished"
    for left in (unfinished, unfinished + "-journal", unfinished + ".wal"):
        with contextlib.suppress(FileNotFoundError):
            os.remove(left)
    yield unfinished
    os.replace(unfinished, path)


def sql_text(text):
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


# Building ------------------------------------------------------------------------------------------------------------


def build_sqlite(folder, path):
    import csv
    import sqlite3

    def column_type(name):
        return "INTEGER" if name in INTEGERS else "REAL" if name in DECIMALS else "TEXT"

    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table in TABLES:
            with open(os.path.join(folder, table + ".csv"), newline="", encoding="utf-8") as file:
                rows = csv.reader(file)
                names = next(rows)
                columns = ", ".join(
                    f"{name} {column_type(name)}" + (" PRIMARY KEY" if place == 0 else "")
                    for place, name in enumerate(names))
                database.execute(f"CREATE TABLE {table} ({columns})")
                marks = ", ".join("?" for _ in names)
                database.executemany(
                    f"INSERT INTO {table} VALUES ({marks})", ([cell or None for cell in row] for row in rows))
        database.execute("CREATE INDEX persons_by_household ON persons (hh_id)")
        database.execute("ANALYZE")
        database.commit()


def csv_source(folder, table):
    """A table of the CSV files, as DuckDB reads it."""
    return f"read_csv({sql_text(os.path.join(folder, table + '.csv'))}, header = true)"


def build_duckdb(folder, path):
    import duckdb

    with duckdb.connect(path) as database:
        for table in TABLES:
            database.execute(f"CREATE TABLE {table} AS SELECT * FROM {csv_source(folder, table)}")


def build_parquet(folder, table, path):
    import duckdb

    with duckdb.connect() as database:
        database.execute(f"COPY (SELECT * FROM {csv_source(folder, table)}) TO {sql_text(path)} (FORMAT parquet)")


def build(folder):
    files = {"population.sqlite": build_sqlite}
    if version("duckdb"):
        files["population.duckdb"] = build_duckdb
        for table in TABLES:
            files[table + ".parquet"] = lambda folder, path, table=table: build_parquet(folder, table, path)
    for name, make in files.items():
        path = os.path.join(folder, name)
        if os.path.exists(path):
            continue
        with whole(path) as unfinished:
            make(folder, unfinished)


# Running -------------------------------------------------------------------------------------------------------------
# Each engine: its version, and a function that runs one query and gives its column names and its rows.


def sqlite_engine(folder):
    import sqlite3

    database = sqlite3.connect(f"file:{os.path.join(folder, 'population.sqlite')}?mode=ro", uri=True)

    def query(sql):
        cursor = database.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    return sqlite3.sqlite_version, query


def duckdb_engine(folder, kind):
    import duckdb

    if kind == "native":
        database = duckdb.connect(os.path.join(folder, "population.duckdb"), read_only=True)
    else:
        database = duckdb.connect()
        for table in TABLES:
            database.execute(f"CREATE VIEW {table} AS SELECT * FROM {csv_source(folder, table)}")

    def query(sql):
        cursor = database.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    return duckdb.__version__, query


def polars_engine(folder):
    import polars

    context = polars.SQLContext({
        table: polars.scan_parquet(os.path.join(folder, table + ".parquet")) for table in TABLES
    })

    def query(sql):
        frame = context.execute(sql, eager=True)
        return frame.columns, frame.rows()

    return polars.__version__, query


ENGINES = {
    "sqlite": sqlite_engine,
    "duckdb-native": lambda folder: duckdb_engine(folder, "native"),
    "duckdb-csv": lambda folder: duckdb_engine(folder, "csv"),
    "polars-parquet": polars_engine,
}


def queries():
    """The queries of indicators.sql, without comments."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "indicators.sql"), encoding="utf-8") as file:
        text = "".join(line for line in file if not line.startswith("--"))
    return [query for query in text.split(";") if query.strip()]


def run(folder, engine, save):
    engine_version, query = ENGINES[engine](folder)
    begun = time.perf_counter()
    results = [query(sql) for sql in queries()]
    seconds = time.perf_counter() - begun
    cells = []
    for columns, rows in results:
        for row in rows:
            for place in range(1, len(columns), 2):
                cells.append((int(row[0]), columns[place].split("_")[0], float(row[place]), float(row[place + 1])))
    if save:
        with open(save, "w", encoding="utf-8") as file:
            file.write("village_id,indicator,numerator,denominator\n")
            file.writelines(f"{village},{name},{top!r},{bottom!r}\n" for village, name, top, bottom in cells)
    print(json.dumps({"version": engine_version, "seconds": seconds, "cells": len(cells)}))


def versions():
    import platform
    import sqlite3

    return {
        "python": platform.python_version(), "sqlite": sqlite3.sqlite_version,
        "duckdb": version("duckdb"), "polars": version("polars"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("versions")
    commands.add_parser("build").add_argument("folder")
    running = commands.add_parser("run")
    running.add_argument("folder")
    running.add_argument("engine", choices=ENGINES)
    running.add_argument("--save", metavar="FILE")
    arguments = parser.parse_args()
    if arguments.command == "versions":
        print(json.dumps(versions()))
    elif arguments.command == "build":
        build(arguments.folder)
    else:
        run(arguments.folder, arguments.engine, arguments.save)


if __name__ == "__main__":
    main()
