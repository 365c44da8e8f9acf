#!/usr/bin/env python3
"""accuracy.py CORPORA...: how right scan() is on columns of known content

CORPORA is a directory with dev/*.sql, dev/truth.tsv and score.py, and perhaps gittables_dev.tsv
(columns of CSV files with five values each, as JSON).  More directories may follow, separated by
colons, with *.sql and truth.tsv of their own.  Run by "make accuracy" in a throw-away cluster.

Prints the scores, by names that hint and names that do not and by origin of the data; what weights
that are fitted to all other data sets make of each (leave_one_out.py); and how often verdicts are
right that say so (calibration.py).  METHODS, ERRORS: methods of scan(), how many errors to print.
"""
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile

import calibration
import leave_one_out

DIRECTORIES = sys.argv[1].split(':')
CORPORA = DIRECTORIES[0]
METHODS = os.environ.get('METHODS', 'auto').split(',')
ERRORS = os.environ.get('ERRORS', '0')


def psql(sql, *options):
    return subprocess.run(['psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-A', '-t', '-F', '\t', *options],
                          input=sql, capture_output=True, text=True, check=True).stdout


def quote(name):
    return '"' + name.replace('"', '""') + '"'


def load(directory):
    """Its truth: rows of data set, schema, table, column, type, class, note."""
    with open(directory + '/truth.tsv', encoding='utf-8') as lines:
        next(lines)
        truth = [line.rstrip('\n').split('\t') for line in lines]
    for schema in sorted({row[1] for row in truth}):
        psql('SET client_min_messages = error; DROP SCHEMA IF EXISTS %s CASCADE' % quote(schema))
    for name in sorted(os.listdir(directory)):
        if name.endswith('.sql'):
            psql('', '-f', directory + '/' + name)
    return truth


def load_tables():
    """The CSV files' columns as tables of text; names are cut to what PostgreSQL takes."""
    truth = []
    path = CORPORA + '/gittables_dev.tsv'
    if not os.path.exists(path):
        return truth
    tables = collections.OrderedDict()
    with open(path, encoding='utf-8') as lines:
        next(lines)
        for line in lines:
            table, column, _, cls, _, values = line.rstrip('\n').split('\t')
            tables.setdefault(table, []).append((column, cls, json.loads(values)))
    sql = ['SET client_min_messages = error; DROP SCHEMA IF EXISTS gittables CASCADE; CREATE SCHEMA gittables;']
    for number, (table, columns) in enumerate(tables.items()):
        name = ('%d %s' % (number, table.rsplit('.', 1)[0])).encode()[:60].decode('utf-8', 'ignore')
        seen = set()
        kept = []
        for column, cls, values in columns:
            short = (column or '?').encode()[:60].decode('utf-8', 'ignore')
            while short in seen:
                short += '_'
            seen.add(short)
            kept.append((short, values))
            truth.append(('gittables', 'gittables', name, short, 'text', cls, 'real'))
        sql.append('CREATE TABLE gittables.%s (%s);' % (
            quote(name), ', '.join(quote(c) + ' text' for c, _ in kept)))
        for row in range(max(len(v) for _, v in kept)):
            sql.append('INSERT INTO gittables.%s VALUES (%s);' % (quote(name), ', '.join(
                'NULL' if row >= len(v) or v[row] is None else "'" + str(v[row]).replace("'", "''").replace('\x00', '') + "'"
                for _, v in kept)))
    psql('SET standard_conforming_strings = on;\n' + '\n'.join(sql))
    return truth


def scan(schemas, method):
    rows = {}
    for schema in schemas:
        for line in psql("SELECT schema_name, table_name, column_name, class, confidence FROM breachvalue.scan(%s, '%s')"
                         " WHERE path IS NULL" % ("'" + schema + "'", method)).splitlines():
            s, t, c, cls, confidence = line.split('\t')
            rows[s, t, c] = (cls or 'none', float(confidence))
    return rows


def write(rows, path):
    with open(path, 'w', encoding='utf-8') as out:
        for key, (cls, _) in rows.items():
            out.write('\t'.join(key + (cls,)) + '\n')


def score(truth, predictions, *options):
    print(subprocess.run([sys.executable, CORPORA + '/score.py', truth, predictions, *options],
                         capture_output=True, text=True).stdout)


# The labels of the CSV files know a dozen classes: what they call nothing may well be a city or a password.
FILES_KNOW = {'name', 'given_name', 'family_name', 'email', 'phone', 'birth_date', 'address', 'postcode',
              'geo_point', 'gender', 'ethnicity', 'nationality', 'marital_status', 'age'}
FILES_CALL = {'latitude': 'geo_point', 'longitude': 'geo_point', 'fax': 'phone'}


def as_files_call(truth, cls):
    cls = FILES_CALL.get(cls, cls)
    return cls if cls in FILES_KNOW or cls in truth.split('|') else 'none'


def main():
    csv.field_size_limit(1 << 30)
    directories = [CORPORA + '/dev'] + DIRECTORIES[1:]
    truths = [load(directory) for directory in directories]
    tables = load_tables()
    psql('ANALYZE')
    for method in METHODS:
        for directory, truth in zip(directories, truths):
            rows = scan(sorted({row[1] for row in truth}), method)
            with tempfile.NamedTemporaryFile('w', suffix='.tsv', delete=False) as out:
                name = out.name
            write(rows, name)
            print('==== %s, %s' % (os.path.basename(os.path.normpath(directory)), method))
            score(directory + '/truth.tsv', name, '--errors', ERRORS, '--per-dataset')
            print('-- columns whose names say nothing')
            score(directory + '/truth.tsv', name, '--errors', ERRORS, '--blind', 'yes')
            os.unlink(name)
        if tables:
            found = scan(['gittables'], method)
            pairs = [(row[5], as_files_call(row[5], found.get(tuple(row[1:4]), ('none', 0))[0])) for row in tables]
            print('-- five values a column: micro P %.3f  R %.3f  F1 %.3f' % leave_one_out.micro(pairs))
            if ERRORS != '0':
                for (row, (cls, got)) in zip(tables, pairs):
                    if leave_one_out.is_right(cls, got) is False:
                        print('  %s.%s: %s -> %s' % (row[2], row[3], cls, got))
    everything = [row for truth in truths for row in truth]
    leave_one_out.report(psql, everything)
    calibration.report(psql, scan, everything, tables, as_files_call)


main()
