#!/bin/sh
# budget.sh [ROUNDS [CASE...]]
#
# What budgets cost, as ratios to the same without a trigger: rounds are interleaved, their order
# rotates, and of the ratios of each round the median is shown.  Runs under with-cluster, with fsync on
# for single-row transactions; the goal is beside each ratio.
set -eu

rounds=${1:-15}
[ $# = 0 ] || shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PGOPTIONS='-c client_min_messages=warning'
export PGOPTIONS
psql="psql -X -q -At -v ON_ERROR_STOP=1"

$psql -c 'ALTER SYSTEM SET fsync = on' -c 'ALTER SYSTEM SET autovacuum = off' -c 'SELECT pg_reload_conf()' > "$work/log"
$psql > "$work/log" <<'END'
CREATE EXTENSION IF NOT EXISTS breachvalue;
-- rows of one kind, and of a kind that depends on the row; each beside a twin without a budget
CREATE TABLE even_plain (id bigint, born date NOT NULL, name text, city text);
CREATE TABLE even_budget (LIKE even_plain INCLUDING ALL);
CREATE TABLE mixed_plain (id bigint, email text, phone text, born date, city text);
CREATE TABLE mixed_budget (LIKE mixed_plain INCLUDING ALL);
CREATE UNLOGGED TABLE even_rows AS
SELECT i AS id, date '1950-01-01' + i % 20000 AS born, 'name of ' || i AS name, 'city ' || i % 300 AS city
FROM generate_series(1, 1000000) i;
CREATE UNLOGGED TABLE mixed_rows AS
SELECT i AS id, CASE WHEN i % 3 > 0 THEN 'user' || i || '@example.org' END AS email,
	CASE WHEN i % 4 > 0 THEN '+31 6 ' || 10000000 + i END AS phone,
	CASE WHEN i % 5 > 0 THEN date '1950-01-01' + i % 20000 END AS born, 'city ' || i % 300 AS city
FROM generate_series(1, 1000000) i;
VACUUM ANALYZE even_rows, mixed_rows;
SELECT breachvalue.label('even_budget', 'born', 'birth_date');
SELECT breachvalue.label('mixed_budget', c, l) FROM (VALUES ('email', 'email'), ('phone', 'phone'), ('born', 'birth_date')) v (c, l);
SELECT breachvalue.set_budget('even_budget', value => 1e15);
SELECT breachvalue.set_budget('mixed_budget', value => 1e15);
CHECKPOINT;
END
$psql -c "COPY even_rows TO '$PGHOST/even.copy'" -c "COPY mixed_rows TO '$PGHOST/mixed.copy'"

# Statements on one connection, timed by the server's clock.
timed() {
	$psql -c "CHECKPOINT" -c "TRUNCATE $1"
	$psql > "$work/time" <<-END
		SELECT extract(epoch FROM clock_timestamp()) AS start \gset
		BEGIN;
		$2
		COMMIT;
		SELECT round(1000000 * (extract(epoch FROM clock_timestamp()) - :start));
	END
	tail -n 1 "$work/time"
}

awk 'BEGIN { for (i = 1; i <= 40000; i++) printf "INSERT INTO :t VALUES (%d, $$2000-01-01$$, $$name$$, $$city$$);\n", i }' > "$work/single.sql"
for kind in plain budget; do
	sed "s/:t/even_$kind/" "$work/single.sql" > "$work/single_$kind.sql"
	echo "INSERT INTO even_$kind VALUES (1, '2000-01-01', 'name', 'city');" > "$work/one_$kind.sql"
done

measure() {
	case $1 in
		insert_even) timed "even_$2" "INSERT INTO even_$2 SELECT * FROM even_rows;" ;;
		insert_mixed) timed "mixed_$2" "INSERT INTO mixed_$2 SELECT * FROM mixed_rows;" ;;
		copy_even) timed "even_$2" "COPY even_$2 FROM '$PGHOST/even.copy';" ;;
		copy_mixed) timed "mixed_$2" "COPY mixed_$2 FROM '$PGHOST/mixed.copy';" ;;
		statements) timed "even_$2" "\\i $work/single_$2.sql" ;;
		loop) timed "even_$2" "DO \$\$ BEGIN FOR i IN 1..40000 LOOP INSERT INTO even_$2 VALUES (i, '2000-01-01', 'name', 'city'); END LOOP; END \$\$;" ;;
		transactions)	# microseconds a transaction, at 8 clients
			$psql -c CHECKPOINT
			pgbench -n -M prepared -c 8 -j 2 -T 4 -f "$work/one_$2.sql" 2>/dev/null |
				awk '/^tps/ { printf "%d\n", 1e9 / $3 }'
			;;
	esac
}

cases='insert_even insert_mixed copy_even copy_mixed statements loop transactions'
[ $# = 0 ] || cases=$*
round=0
while [ $round -lt "$rounds" ]; do
	for case in $cases; do
		if [ $((round % 2)) = 0 ]; then order='plain budget'; else order='budget plain'; fi
		for kind in $order; do
			measure "$case" "$kind" > "$work/$kind"
		done
		echo "$case $(cat "$work/budget") $(cat "$work/plain")" >> "$work/times"
	done
	round=$((round + 1))
done

goal() {
	case $1 in *_even) echo 1.15 ;; *_mixed) echo 1.40 ;; loop) echo - ;; *) echo 1.5 ;; esac
}
printf '%-14s %6s %6s %6s %6s\n' case median least most goal
for case in $cases; do
	awk -v case="$case" '$1 == case { print $2 / $3 }' "$work/times" | sort -n |
		awk -v case="$case" -v goal="$(goal "$case")" '{ r[NR] = $1 }
			END { printf "%-14s %6.2f %6.2f %6.2f %6s\n", case, r[int((NR + 1) / 2)], r[1], r[NR], goal }'
done
