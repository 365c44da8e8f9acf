#!/usr/bin/env python3
"""accuracy.py CORPORA: how right scan() is on columns of known content

CORPORA is a directory with dev/*.sql, dev/truth.tsv and score.py, and perhaps gittables_dev.tsv
(columns of CSV files with five values each, as JSON).  Run by "make accuracy" in a throw-away cluster.
Prints the scores, by names that hint and names that do not, by origin of the data, the calibration
of confidences, and what a fit of one temperature to all other data sets makes of each.
"""
import collections
import csv
import json
import math
import os
import subprocess
import sys
import tempfile

CORPORA = sys.argv[1]
METHODS = os.environ.get('METHODS', 'auto').split(',')
ERRORS = os.environ.get('ERRORS', '0')


def psql(sql, *options):
    return subprocess.run(['psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-A', '-t', '-F', '\t', *options],
                          input=sql, capture_output=True, text=True, check=True).stdout


def quote(name):
    return '"' + name.replace('"', '""') + '"'


def load_dev():
    for name in sorted(os.listdir(CORPORA + '/dev')):
        if name.endswith('.sql'):
            psql('', '-f', CORPORA + '/dev/' + name)


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
    sql = ['DROP SCHEMA IF EXISTS gittables CASCADE; CREATE SCHEMA gittables;']
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
            truth.append(('gittables', name, short, cls))
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


def score(predictions, *options):
    print(subprocess.run([sys.executable, CORPORA + '/score.py', CORPORA + '/dev/truth.tsv', predictions, *options],
                         capture_output=True, text=True).stdout)


def is_right(truth, cls):
    """True, False, or None where neither is scored."""
    if truth == 'ambiguous':
        return None
    allowed = truth.split('|')
    if cls in allowed:
        return None if 'none' in allowed and len(allowed) > 1 else True
    return None if cls == 'none' and 'none' in allowed else False


# The labels of the CSV files know a dozen classes: what they call nothing may well be a city or a password.
FILES_KNOW = {'name', 'given_name', 'family_name', 'email', 'phone', 'birth_date', 'address', 'postcode',
              'geo_point', 'gender', 'ethnicity', 'nationality', 'marital_status', 'age'}
FILES_CALL = {'latitude': 'geo_point', 'longitude': 'geo_point', 'fax': 'phone'}


def as_files_call(truth, cls):
    cls = FILES_CALL.get(cls, cls)
    return cls if cls in FILES_KNOW or cls in truth.split('|') else 'none'


def micro(pairs):
    """P, R, F1 over classes, of (truth, prediction)."""
    tp = fp = fn = 0
    for truth, cls in pairs:
        if truth == 'ambiguous':
            continue
        allowed = truth.split('|')
        optional = 'none' in allowed and len(allowed) > 1
        if optional and (cls == 'none' or cls in allowed):
            continue
        if cls != 'none' and cls in allowed:
            tp += 1
        else:
            fp += cls != 'none'
            fn += 'none' not in allowed
    p = tp / (tp + fp) if tp + fp else 0
    r = tp / (tp + fn) if tp + fn else 0
    return p, r, 2 * p * r / (p + r) if p + r else 0


def squeeze(p, temperature):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-math.log(p / (1 - p)) / temperature))


def log_loss(pairs, temperature=1.0):
    return sum(-math.log(squeeze(p, temperature) if ok else 1 - squeeze(p, temperature)) for p, ok in pairs) / max(len(pairs), 1)


def calibration(judged):
    """judged: data set, confidence, was it right."""
    unsure = [(p, ok) for _, p, ok in judged if 0.05 <= p <= 0.95]
    print('calibration: verdicts between .05 and .95: %d of %d' % (len(unsure), len(judged)))
    error = 0
    for low in (0.05, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.05: 0.5, 0.9: 0.9501}.get(low, low + 0.1)
        inside = [(p, ok) for p, ok in unsure if low <= p < high]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            was = sum(ok for _, ok in inside) / len(inside)
            error += len(inside) * abs(said - was)
            print('  %.2f - %.2f  %4d verdicts  said %.3f  right %.3f' % (low, min(high, 0.95), len(inside), said, was))
    if unsure:
        print('  expected calibration error %.3f, log loss %.3f there' % (error / len(unsure), log_loss(unsure)))
    print('  log loss over all verdicts %.4f' % log_loss([(p, ok) for _, p, ok in judged]))
    print('  one data set left out, one temperature fitted to the others:')
    grid = [0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0]
    for left in sorted({d for d, _, _ in judged}):
        rest = [(p, ok) for d, p, ok in judged if d != left]
        mine = [(p, ok) for d, p, ok in judged if d == left]
        best = min(grid, key=lambda t: log_loss(rest, t))
        print('    %-14s temperature %.2f  log loss %.4f (as it is %.4f)' % (left, best, log_loss(mine, best), log_loss(mine)))


def main():
    csv.field_size_limit(1 << 30)
    load_dev()
    tables = load_tables()
    psql('ANALYZE')
    with open(CORPORA + '/dev/truth.tsv', encoding='utf-8') as lines:
        next(lines)
        truth = [line.rstrip('\n').split('\t') for line in lines]
    schemas = sorted({row[1] for row in truth})
    for method in METHODS:
        rows = scan(schemas, method)
        with tempfile.NamedTemporaryFile('w', suffix='.tsv', delete=False) as out:
            name = out.name
        write(rows, name)
        print('==== %s' % method)
        score(name, '--errors', ERRORS, '--per-dataset')
        print('-- columns whose names say nothing')
        score(name, '--errors', ERRORS, '--blind', 'yes')
        os.unlink(name)
        judged = []
        for row in truth:
            cls, p = rows.get((row[1], row[2], row[3]), ('none', 0.9))
            ok = is_right(row[5], cls)
            if ok is not None:
                judged.append((row[0], p, ok))
        calibration(judged)
        if tables:
            found = scan(['gittables'], method)
            pairs = [(cls, as_files_call(cls, found.get((s, t, c), ('none', 0))[0])) for s, t, c, cls in tables]
            print('-- five values a column: micro P %.3f  R %.3f  F1 %.3f' % micro(pairs))
            if ERRORS != '0':
                for s, t, c, cls in tables:
                    got = found.get((s, t, c), ('none', 0))
                    if is_right(cls, as_files_call(cls, got[0])) is False:
                        print('  %s.%s: %s -> %s %.2f' % (t, c, cls, got[0], got[1]))


main()
