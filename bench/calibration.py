"""calibration.py: how often verdicts are right that say so, and the line that makes them so

Confidences are lines in log-odds of what the weights make of a verdict (Platt's map), one for classes
and one for "nothing", with the constants of src/core/evidence_weight.h.  Each is fitted here to all data
sets but one and tried on that.  So that there are verdicts that are not sure, each data set is scanned
three times: as it is, with five rows a table, and without rows.
"""
import collections
import math
import os
import re

from leave_one_out import is_right, quote

HEADERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'src', 'core')
EDGES = (0.05, 0.5, 0.6, 0.7, 0.8, 0.9, 0.9501)
PRIOR = (0.0, 1.4)              # the line where there is nothing to fit it to
RIDGE = 0.5


def constant(header, name):
    with open(os.path.join(HEADERS, header), encoding='utf-8') as lines:
        return float(re.search(r'#define %s\s+\(?(-?[\d.]+)\)?' % name, lines.read()).group(1))


LINES = {nothing: (constant('evidence_weight.h', 'BV_%s_SHIFT' % word), constant('evidence_weight.h', 'BV_%s_SLOPE' % word))
         for nothing, word in ((False, 'CLASS'), (True, 'NOTHING'))}
UNSEEN = constant('evidence.h', 'BV_NOTHING_UNSEEN')
SEEN = constant('evidence.h', 'BV_NOTHING_SEEN')


def logit(p):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def logistic(x):
    return 1 / (1 + math.exp(-min(max(x, -50), 50)))


def fit(points):
    """The line by logistic regression, from (what the weights make of it, was it right, weight)."""
    shift, slope = PRIOR
    for _ in range(50):
        g0, g1, h00, h01, h11 = RIDGE * (shift - PRIOR[0]), RIDGE * (slope - PRIOR[1]), RIDGE, 0, RIDGE
        for x, right, weight in points:
            p = logistic(shift + slope * x)
            g0 += weight * (p - right)
            g1 += weight * (p - right) * x
            h00 += weight * p * (1 - p)
            h01 += weight * p * (1 - p) * x
            h11 += weight * p * (1 - p) * x * x
        determinant = h00 * h11 - h01 * h01
        # no longer a step than 1, so that it does not leap to where all is sure
        steps = (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
        longest = max(1, abs(steps[0]), abs(steps[1]))
        shift -= steps[0] / longest
        slope -= steps[1] / longest
    return shift, slope


def log_loss(pairs):
    return sum(-math.log(max(1e-4, p if right else 1 - p)) for p, right in pairs) / max(1, len(pairs))


def reliability(title, pairs):
    unsure = [(p, right) for p, right in pairs if EDGES[0] <= p < EDGES[-1]]
    print('calibration %s: %d of %d verdicts between .05 and .95' % (title, len(unsure), len(pairs)))
    error = 0
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [(p, right) for p, right in unsure if low <= p < high]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            was = sum(right for _, right in inside) / len(inside)
            error += len(inside) * abs(said - was)
            print('  %.2f - %.2f  %4d verdicts  said %.3f  right %.3f' % (low, min(high, 0.95), len(inside), said, was))
    if unsure:
        print('  expected calibration error %.3f, log loss %.3f there; %.4f over all verdicts'
              % (error / len(unsure), log_loss(unsure), log_loss(pairs)))


def make_thinner(psql, schema, rows):
    """A copy of the schema's tables with no more rows than that."""
    made = 'thin%d %s' % (rows, schema)
    sql = ['SET client_min_messages = error; DROP SCHEMA IF EXISTS %s CASCADE; CREATE SCHEMA %s;' % (quote(made), quote(made))]
    for table in psql("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
                      "WHERE nspname = '%s' AND relkind IN ('r', 'p') AND NOT relispartition" % schema).splitlines():
        names = quote(made) + '.' + quote(table), quote(schema) + '.' + quote(table)
        sql.append('CREATE TABLE %s (LIKE %s INCLUDING INDEXES INCLUDING COMMENTS);' % names)
        if rows > 0:
            sql.append('INSERT INTO %s SELECT * FROM %s LIMIT %d; ANALYZE %s;' % (names + (rows, names[0])))
    psql('\n'.join(sql))
    return made


def report(psql, scan, truth, tables, as_files_call):
    """truth: of all data sets; tables: of columns with five values, with few classes, or none."""
    judged = []                 # data set, is it as it is, class, confidence, was it right
    by_schema = collections.defaultdict(list)
    for row in truth:
        by_schema[row[1]].append(row)
    for schema, rows in sorted(by_schema.items()):
        for limit in (None, 5, 0):
            name = schema if limit is None else make_thinner(psql, schema, limit)
            found = scan([name], 'auto')
            for row in rows:
                cls, p = found.get((name, row[2], row[3]), ('none', None))
                right = is_right(row[5], cls)
                if right is not None and p is not None:
                    judged.append((row[0], limit is None, cls, p, right))
    found = scan(['gittables'], 'auto') if tables else {}
    for row in tables:
        cls, p = found.get(tuple(row[1:4]), ('none', None))
        # what the files call nothing may be of a class that they do not know
        if p is not None and not (row[5] == 'none' and cls != 'none'):
            right = is_right(row[5], as_files_call(row[5], cls))
            if right is not None:
                judged.append(('gittables', True, cls, p, right))

    reliability('of data sets as they are', [(p, right) for _, whole, _, p, right in judged if whole])
    reliability('with five rows and none as well', [(p, right) for _, _, _, p, right in judged])

    def highest(verdict):
        """The most that is said of nothing, where it says that: without values, with them, or None."""
        return next((most for most in (UNSEEN, SEEN) if verdict[2] == 'none' and abs(verdict[3] - most) < 5e-4), None)

    def rate(verdicts, most):
        judged_so = [v[4] for v in verdicts if highest(v) == most]
        return sum(judged_so) / len(judged_so) if judged_so else most

    def points(verdicts, nothing):
        shift, slope = LINES[nothing]
        return [((logit(p) - shift) / slope, right, 1 if whole else 0.5)
                for _, whole, cls, p, right in verdicts if (cls == 'none') == nothing]

    left_out = []
    for name in sorted({v[0] for v in judged}):
        rest = [v for v in judged if v[0] != name]
        seen = [v for v in rest if highest(v) is None]
        lines = {nothing: fit(points(seen, nothing)) for nothing in (False, True)}
        rates = {most: rate(rest, most) for most in (UNSEEN, SEEN)}
        for verdict in judged:
            if verdict[0] != name:
                continue
            p = rates.get(highest(verdict))
            if p is None:
                nothing = verdict[2] == 'none'
                x = points([verdict], nothing)[0][0]
                p = logistic(lines[nothing][0] + lines[nothing][1] * x)
            left_out.append((p, verdict[4]))
    reliability('by lines fitted to all other data sets', left_out)
    seen = [v for v in judged if highest(v) is None]
    for nothing, word in ((False, 'CLASS'), (True, 'NOTHING')):
        print('  BV_%s_SHIFT %.2f, SLOPE %.2f (in the source %.2f, %.2f)' % ((word,) + fit(points(seen, nothing)) + LINES[nothing]))
    for word, most in (('UNSEEN', UNSEEN), ('SEEN', SEEN)):
        print('  BV_NOTHING_%s %.3f (in the source %.3f)' % (word, rate(judged, most), most))
