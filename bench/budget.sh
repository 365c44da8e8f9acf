#!/bin/sh
# budget.sh [ROUNDS [CASE...]]
#
# What budgets cost, as ratios to the same without a trigger: rounds are interleaved, their order
# rotates, and of the ratios of each round the median is shown; also of processor time, where the system
# tells, which other work on the machine disturbs less.  Runs under with-cluster, with fsync on for
# single-row transactions and the default of work_mem, beyond which transition tables are files (with more
# they are dearer to keep, until they fit); the goal is beside each ratio.  For these there is, beside it, what most
# people have: a row with a counter that a trigger updates.  Cases _tables are of rows of one kind where
# PostgreSQL's counters are off, so that transition tables are counted.
set -eu

rounds=${1:-15}
[ $# = 0 ] || shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PGOPTIONS='-c client_min_messages=warning'
export PGOPTIONS
psql="psql -X -q -At -v ON_ERROR_STOP=1"

$psql -c 'ALTER SYSTEM SET fsync = on' -c 'ALTER SYSTEM SET autovacuum = off' -c "ALTER SYSTEM SET work_mem = '4MB'" -c 'SELECT pg_reload_conf()' > "$work/log"
$psql > "$work/log" <<'END'
CREATE EXTENSION IF NOT EXISTS breachvalue;
-- rows of one kind, and of a kind that depends on the row; each beside a twin without a budget
CREATE TABLE even_plain (id bigint, born date NOT NULL, name text, city text);
CREATE TABLE even_budget (LIKE even_plain INCLUDING ALL);
CREATE TABLE mixed_plain (id bigint, email text, phone text, born date, city text);
CREATE TABLE mixed_budget (LIKE mixed_plain INCLUDING ALL);
-- with a key, to meet what is there
CREATE TABLE even_key_plain (LIKE even_plain, PRIMARY KEY (id));
CREATE TABLE even_key_budget (LIKE even_key_plain INCLUDING ALL);
CREATE TABLE mixed_key_plain (LIKE mixed_plain, PRIMARY KEY (id));
CREATE TABLE mixed_key_budget (LIKE mixed_key_plain INCLUDING ALL);
CREATE UNLOGGED TABLE even_rows AS
SELECT i AS id, date '1950-01-01' + i % 20000 AS born, 'name of ' || i AS name, 'city ' || i % 300 AS city
FROM generate_series(1, 1000000) i;
CREATE UNLOGGED TABLE mixed_rows AS
SELECT i AS id, CASE WHEN i % 3 > 0 THEN 'user' || i || '@example.org' END AS email,
	CASE WHEN i % 4 > 0 THEN '+31 6 ' || 10000000 + i END AS phone,
	CASE WHEN i % 5 > 0 THEN date '1950-01-01' + i % 20000 END AS born, 'city ' || i % 300 AS city
FROM generate_series(1, 1000000) i;
VACUUM ANALYZE even_rows, mixed_rows;
SELECT breachvalue.label(t, 'born', 'birth_date') FROM unnest('{even_budget,even_key_budget}'::regclass[]) t;
SELECT breachvalue.label(t, c, l) FROM unnest('{mixed_budget,mixed_key_budget}'::regclass[]) t,
	(VALUES ('email', 'email'), ('phone', 'phone'), ('born', 'birth_date')) v (c, l);
SELECT breachvalue.set_budget(t, value => 1e15)
FROM unnest('{even_budget,even_key_budget,mixed_budget,mixed_key_budget}'::regclass[]) t;
-- the same without PostgreSQL's counters
CREATE TABLE even_tables (LIKE even_plain INCLUDING ALL);
SELECT breachvalue.label('even_tables', 'born', 'birth_date');
SET track_counts = off;
SELECT breachvalue.set_budget('even_tables', value => 1e15);
RESET track_counts;
-- the counter
CREATE TABLE even_counter (LIKE even_plain INCLUDING ALL);
CREATE TABLE counter (used bigint CHECK (used <= 1000000000)) WITH (fillfactor = 10);
INSERT INTO counter VALUES (0);
CREATE FUNCTION count_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE counter SET used = used + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
	RETURN NULL;
END $$;
CREATE TRIGGER count_row AFTER INSERT OR DELETE ON even_counter FOR EACH ROW EXECUTE FUNCTION count_row();
CHECKPOINT;
END
$psql -c "COPY even_rows TO '$PGHOST/even.copy'" -c "COPY mixed_rows TO '$PGHOST/mixed.copy'"
has_merge=$($psql -c "SELECT current_setting('server_version_num')::int >= 150000")

# Statements on one connection, timed by the server's clock, and how long it ran on a processor, in
# microseconds: table, what is done to it, how many rows it has.
cpu="coalesce(split_part(pg_read_file('/proc/self/schedstat', 0, 100, true), ' ', 1), '0')::numeric / 1000"
timed() {
	$psql -c "TRUNCATE $1" -c "INSERT INTO $1 SELECT * FROM ${1%%_*}_rows LIMIT ${3:-0}" -c CHECKPOINT
	$psql > "$work/time" <<-END
		SELECT extract(epoch FROM clock_timestamp()) AS start, $cpu AS cpu \gset
		BEGIN;
		$2
		COMMIT;
		SELECT round(1000000 * (extract(epoch FROM clock_timestamp()) - :start)) || ' ' || round($cpu - :cpu);
	END
	tail -n 1 "$work/time"
}

awk 'BEGIN { for (i = 1; i <= 40000; i++) printf "INSERT INTO :t VALUES (%d, $$2000-01-01$$, $$name$$, $$city$$);\n", i }' > "$work/single.sql"
for kind in plain budget counter; do
	sed "s/:t/even_$kind/" "$work/single.sql" > "$work/single_$kind.sql"
	echo "INSERT INTO even_$kind VALUES (1, '2000-01-01', 'name', 'city');" > "$work/one_$kind.sql"
done

# Half of these rows are there.
some='WHERE id > 100000 AND id <= 300000'

measure() {
	case ${1%_tables} in
		insert_even) timed "even_$2" "INSERT INTO even_$2 SELECT * FROM even_rows;" ;;
		insert_mixed) timed "mixed_$2" "INSERT INTO mixed_$2 SELECT * FROM mixed_rows;" ;;
		copy_even) timed "even_$2" "COPY even_$2 FROM '$PGHOST/even.copy';" ;;
		copy_mixed) timed "mixed_$2" "COPY mixed_$2 FROM '$PGHOST/mixed.copy';" ;;
		update_even) timed "even_$2" "UPDATE even_$2 SET born = born + 1;" 200000 ;;
		update_mixed) timed "mixed_$2" "UPDATE mixed_$2 SET born = born + 1;" 200000 ;;
		update_other_even) timed "even_$2" "UPDATE even_$2 SET city = name;" 200000 ;;
		update_other_mixed) timed "mixed_$2" "UPDATE mixed_$2 SET city = phone;" 200000 ;;
		delete_even) timed "even_$2" "DELETE FROM even_$2;" 500000 ;;
		delete_mixed) timed "mixed_$2" "DELETE FROM mixed_$2;" 500000 ;;
		conflict_even) timed "even_key_$2" "INSERT INTO even_key_$2 SELECT * FROM even_rows $some
			ON CONFLICT (id) DO UPDATE SET born = excluded.born;" 200000 ;;
		conflict_mixed) timed "mixed_key_$2" "INSERT INTO mixed_key_$2 SELECT * FROM mixed_rows $some
			ON CONFLICT (id) DO UPDATE SET born = excluded.born;" 200000 ;;
		merge_even) timed "even_key_$2" "MERGE INTO even_key_$2 t USING (SELECT * FROM even_rows $some) s ON t.id = s.id
			WHEN MATCHED THEN UPDATE SET born = s.born
			WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.born, s.name, s.city);" 200000 ;;
		merge_mixed) timed "mixed_key_$2" "MERGE INTO mixed_key_$2 t USING (SELECT * FROM mixed_rows $some) s ON t.id = s.id
			WHEN MATCHED THEN UPDATE SET born = s.born
			WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.email, s.phone, s.born, s.city);" 200000 ;;
		statements) timed "even_$2" "\\i $work/single_$2.sql" ;;
		loop) timed "even_$2" "DO \$\$ BEGIN FOR i IN 1..40000 LOOP INSERT INTO even_$2 VALUES (i, '2000-01-01', 'name', 'city'); END LOOP; END \$\$;" ;;
		transactions | counter)	# microseconds a transaction, at 8 clients
			$psql -c CHECKPOINT
			pgbench -n -M prepared -c 8 -j 2 -T 4 -f "$work/one_$2.sql" 2>/dev/null |
				awk '/^tps/ { printf "%d 0\n", 1e9 / $3 }'
			;;
	esac
}

cases='insert_even insert_mixed copy_even copy_mixed update_even update_mixed update_other_even update_other_mixed
	delete_even delete_mixed conflict_even conflict_mixed merge_even merge_mixed statements loop transactions counter
	insert_even_tables copy_even_tables update_even_tables delete_even_tables'
[ "$has_merge" = t ] || cases=$(echo "$cases" | sed 's/merge_[a-z]*//g')
[ $# = 0 ] || cases=$*
round=0
while [ $round -lt "$rounds" ]; do
	for case in $cases; do
		case $case in
			counter) with=counter ;;
			*_tables) with=tables ;;
			*) with=budget ;;
		esac
		if [ $((round % 2)) = 0 ]; then order="plain $with"; else order="$with plain"; fi
		for kind in $order; do
			measure "$case" "$kind" > "$work/$kind"
		done
		echo "$case $(cat "$work/$with") $(cat "$work/plain")" >> "$work/times"
	done
	round=$((round + 1))
done

goal() {
	case $1 in
		insert_even | copy_even) echo 1.15 ;;
		insert_mixed | copy_mixed) echo 1.40 ;;
		statements | transactions) echo 1.5 ;;
		*) echo - ;;
	esac
}
# The median, least and most of ratios.
ratios() {
	sort -n | awk '{ r[NR] = $1 } END { if (NR) printf "%6.2f %6.2f %6.2f", r[int((NR + 1) / 2)], r[1], r[NR]; else printf "%6s %6s %6s", "-", "-", "-" }'
}

printf '%-18s %6s %6s %6s  %6s %6s %6s  %5s\n' case time least most cpu least most goal
for case in $cases; do
	printf '%-18s %s  %s  %5s\n' "$case" \
		"$(awk -v case="$case" '$1 == case { print $2 / $4 }' "$work/times" | ratios)" \
		"$(awk -v case="$case" '$1 == case && $5 > 0 { print $3 / $5 }' "$work/times" | ratios)" \
		"$(goal "$case")"
done
