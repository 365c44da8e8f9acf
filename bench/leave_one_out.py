"""leave_one_out.py: what weights make of a data set when they are fitted to all others

The weights of src/core/evidence_weight.h and .c are judgement.  Here each kind of evidence gets a
factor and each class an offset, fitted to the other data sets by maximum likelihood with a ridge
that pulls them to 1 and 0 (standard deviations of 0.3 and 1), and tried on the one left out.  What
speaks for every rival comes from bench/rivals.c, on up to 256 distinct values of a column.
"""
import collections
import math
import os
import subprocess

RIVALS = os.environ.get('RIVALS', 'tmp_check/bench/rivals')
GROUPS = 5                      # prior, name, type, table, values
STEPS = 40
FACTOR_RIDGE = 1 / 0.3 ** 2
OFFSET_RIDGE = 1.0
MARK = '\x1d column \x1d'      # before the values of each: no value ends like this

TEXT, INTEGER, NUMERIC, FLOAT, DATE, BOOLEAN, BYTES, UUID, INET, MAC, ENUM, JSON, MONEY, GEOMETRY, OTHER = (
    0x1, 0x2, 0x4, 0x8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x8000)
TYPES = {
    'text': TEXT, 'varchar': TEXT, 'bpchar': TEXT, 'citext': TEXT, 'name': TEXT, 'char': TEXT,
    'int2': INTEGER, 'int4': INTEGER, 'int8': INTEGER, 'numeric': NUMERIC, 'float4': FLOAT, 'float8': FLOAT,
    'date': DATE, 'timestamp': DATE, 'timestamptz': DATE, 'bool': BOOLEAN, 'bytea': BYTES, 'uuid': UUID,
    'inet': INET, 'cidr': INET, 'macaddr': MAC, 'macaddr8': MAC, 'json': JSON, 'jsonb': JSON, 'xml': JSON,
    'money': MONEY, 'point': GEOMETRY}


def is_right(truth, cls):
    """True, False, or None where neither is scored."""
    if truth == 'ambiguous':
        return None
    allowed = truth.split('|')
    if cls in allowed:
        return None if 'none' in allowed and len(allowed) > 1 else True
    return None if cls == 'none' and 'none' in allowed else False


def counts(pairs):
    """By class, true positives, false positives and false negatives, of (truth, prediction)."""
    tp, fp, fn = collections.Counter(), collections.Counter(), collections.Counter()
    for truth, cls in pairs:
        if truth == 'ambiguous':
            continue
        allowed = truth.split('|')
        optional = 'none' in allowed and len(allowed) > 1
        if optional and (cls == 'none' or cls in allowed):
            continue
        first = next((c for c in allowed if c != 'none'), 'none')
        if cls != 'none' and cls in allowed:
            tp[first] += 1
        else:
            fp[cls] += cls != 'none'
            fn[first] += 'none' not in allowed
    return tp, fp, fn


def precision_recall(tp, fp, fn):
    p = tp / (tp + fp) if tp + fp else 0
    r = tp / (tp + fn) if tp + fn else 0
    return p, r, 2 * p * r / (p + r) if p + r else 0


def micro(pairs):
    """P, R, F1 over classes."""
    tp, fp, fn = counts(pairs)
    return precision_recall(sum(tp.values()), sum(fp.values()), sum(fn.values()))


def macro(pairs):
    """The mean F1 of the classes that there are."""
    tp, fp, fn = counts(pairs)
    classes = [c for c in set(tp) | set(fn) if tp[c] + fn[c] > 0]
    return sum(precision_recall(tp[c], fp[c], fn[c])[2] for c in classes) / len(classes) if classes else 0


def quote(name):
    return '"' + name.replace('"', '""') + '"'


def read_tables(psql, schemas):
    """What rivals.c reads, and the schema and table of each id."""
    lines, keys = [], []
    listed = psql("""
        SELECT n.nspname, c.relname, a.attname, COALESCE(e.typname, t.typname), COALESCE(e.typtype, t.typtype),
            CASE WHEN EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND contype = 'p' AND conkey = ARRAY[attnum]) THEN 1
                 WHEN f.oid IS NOT NULL THEN 2 ELSE 0 END,
            COALESCE(f.relname, '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = NULLIF(t.typbasetype, 0)
            LEFT JOIN LATERAL (SELECT r.oid, r.relname FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
                WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum] LIMIT 1) f ON true
        WHERE n.nspname IN (%s) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY 1, 2, a.attnum""" % ', '.join("'%s'" % s for s in schemas))
    queries, heads = [], []
    for line in listed.splitlines():
        schema, table, column, type_name, kind, key, target = line.split('\t')
        family = ENUM if kind == 'e' else TYPES.get(type_name, OTHER)
        heads.append((schema, table, column, family, key, target))
        text = "left(translate(%s::text, E'\\t\\n\\r', '   '), 250)" % quote(column)
        source = '%s.%s' % (quote(schema), quote(table))
        queries.append("\\echo '%s'\nSELECT count(*), count(*) - count(%s), count(DISTINCT %s) FROM %s;\n"
                       "SELECT v FROM (SELECT DISTINCT %s AS v FROM %s WHERE %s IS NOT NULL) d ORDER BY md5(v) LIMIT 256;"
                       % (MARK, quote(column), text, source, text, source, quote(column)))
    blocks = psql('\n'.join(queries)).split(MARK + '\n')[1:]
    last = None
    for head, block in zip(heads, blocks):
        schema, table, column, family, key, target = head
        if (schema, table) != last:
            last = schema, table
            lines.append('T\t%d\t%s' % (len(keys), table))
            keys.append(last)
        numbers, *values = block.split('\n')
        values = [v for v in values if v.strip()]
        if family in (BOOLEAN, BYTES, JSON, OTHER):
            values = []
        lines.append('\t'.join(['C', column, str(family), key, target] + (numbers.split('\t') if values else ['0', '0', '0'])))
        lines += ['V\t' + v for v in values]
    return '\n'.join(lines) + '\n', keys


def rivals_of(psql, schemas):
    """By schema, table and column: class -> what speaks for it in each of the groups."""
    lines, keys = read_tables(psql, schemas)
    made = subprocess.run([RIVALS], input=lines, capture_output=True, text=True, check=True).stdout
    found = {}
    for line in made.splitlines():
        number, column, *rivals = line.split('\t')
        parsed = [rival.split(':') for rival in rivals]
        found[keys[int(number)] + (column,)] = [(r[0], [float(x) for x in r[1:]]) for r in parsed]
    return found


def odds(rivals, factors, offsets):
    logits = [sum(f * x for f, x in zip(factors, parts)) + offsets[cls] for cls, parts in rivals]
    return [math.exp(min(logit, 50)) for logit in logits]


def verdict(rivals, factors, offsets):
    """As bv_weigh() decides, but for classes that are kinds of one another."""
    each = odds(rivals, factors, offsets)
    if not each or 1 + sum(each) <= 2:
        return 'none'
    return rivals[max(range(len(each)), key=each.__getitem__)][0]


def fit(columns):
    factors, offsets = [1.0] * GROUPS, collections.defaultdict(float)
    squares, class_squares = [1e-3] * GROUPS, collections.defaultdict(lambda: 1e-3)
    for _ in range(STEPS):
        slope = [FACTOR_RIDGE * (f - 1) for f in factors]
        class_slope = collections.defaultdict(float, {c: OFFSET_RIDGE * b for c, b in offsets.items()})
        for truth, rivals in columns:
            allowed = truth.split('|')
            each = odds(rivals, factors, offsets)
            total = 1 + sum(each)
            right = sum(o for (cls, _), o in zip(rivals, each) if cls in allowed) + ('none' in allowed)
            if right <= 0:
                continue        # no rival is right: no weight helps
            for (cls, parts), o in zip(rivals, each):
                pull = o / total - (o / right if cls in allowed else 0)
                if abs(pull) > 1e-6:
                    class_slope[cls] += pull
                    for g in range(GROUPS):
                        slope[g] += pull * parts[g]
        for g in range(GROUPS):
            squares[g] += slope[g] ** 2
            factors[g] -= 0.05 * slope[g] / math.sqrt(squares[g])
        for cls, s in class_slope.items():
            class_squares[cls] += s ** 2
            offsets[cls] -= 0.2 * s / math.sqrt(class_squares[cls])
    return factors, offsets


def report(psql, truth):
    rivals = rivals_of(psql, sorted({row[1] for row in truth}))
    sets = collections.defaultdict(list)
    for row in truth:
        key = tuple(row[1:4])
        if row[5] != 'ambiguous' and key in rivals:
            sets[row[0]].append((row[5], rivals[key]))
    plain = ([1.0] * GROUPS, collections.defaultdict(float))
    before, after = [], []
    print('leave one data set out: weights fitted to all others; F1 with them (with those of the source)')
    for name in sorted(sets):
        factors, offsets = fit([c for other, columns in sets.items() if other != name for c in columns])
        mine = [(t, verdict(r, factors, offsets)) for t, r in sets[name]]
        theirs = [(t, verdict(r, *plain)) for t, r in sets[name]]
        after += mine
        before += theirs
        print('  %-20s %.3f (%.3f)  factors %s' % (name, micro(mine)[2], micro(theirs)[2],
                                                  ' '.join('%.2f' % f for f in factors)))
    print('  all: micro F1 %.3f, macro F1 %.3f (%.3f, %.3f)\n' % (micro(after)[2], macro(after), micro(before)[2], macro(before)))
