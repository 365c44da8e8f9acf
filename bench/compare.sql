-- Ratios of running times, measured in turn in one session: medians over rounds.
-- Absolute times depend on the machine and on what else it does; ratios do much less, and those of
-- processor time least, where the system tells (null elsewhere).

CREATE SCHEMA bench;

CREATE TABLE bench.timing (title text, candidate boolean, round integer, seconds double precision,
	cpu double precision);

-- how long this process has been running on a processor, in seconds
CREATE FUNCTION bench.cpu() RETURNS double precision LANGUAGE sql VOLATILE AS $$
	SELECT split_part(pg_read_file('/proc/self/schedstat', 0, 100, true), ' ', 1)::double precision / 1e9
$$;

CREATE FUNCTION bench.seconds(query text, OUT seconds double precision, OUT cpu double precision) LANGUAGE plpgsql AS $$
DECLARE
	started timestamptz := clock_timestamp();
	cpu_before double precision := bench.cpu();
BEGIN
	EXECUTE query;
	cpu := bench.cpu() - cpu_before;
	seconds := extract(epoch FROM clock_timestamp() - started);
END $$;

-- Runs both queries once unmeasured, then in turn; every other round the other way about.  What is to be
-- done before each is not measured, and is a transaction of its own: what fills a table that was emptied
-- in the same transaction need not be logged.
CREATE PROCEDURE bench.compare(title text, baseline text, candidate text, rounds integer DEFAULT 9,
	before text DEFAULT NULL)
LANGUAGE plpgsql AS $$
DECLARE
	is_candidate boolean;
BEGIN
	FOR round IN 0 .. rounds LOOP
		FOR turn IN 1 .. 2 LOOP
			is_candidate := (turn + round) % 2 = 0;
			IF before IS NOT NULL THEN
				EXECUTE before;
				COMMIT;
			END IF;
			INSERT INTO bench.timing SELECT title, is_candidate, round, t.*
			FROM bench.seconds(CASE WHEN is_candidate THEN candidate ELSE baseline END) t;
		END LOOP;
	END LOOP;
	DELETE FROM bench.timing t WHERE t.title = compare.title AND t.round = 0;
END $$;

CREATE VIEW bench.ratio AS
SELECT b.title, count(*) AS rounds,
	round((1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY b.seconds))::numeric, 1) AS baseline_ms,
	round((1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY c.seconds))::numeric, 1) AS candidate_ms,
	round((percentile_cont(0.5) WITHIN GROUP (ORDER BY c.seconds / b.seconds))::numeric, 2) AS ratio,
	round(min(c.seconds / b.seconds)::numeric, 2) AS lowest,
	round(max(c.seconds / b.seconds)::numeric, 2) AS highest,
	round((percentile_cont(0.5) WITHIN GROUP (ORDER BY c.cpu / nullif(b.cpu, 0)))::numeric, 2) AS cpu_ratio
FROM bench.timing b JOIN bench.timing c USING (title, round)
WHERE NOT b.candidate AND c.candidate
GROUP BY b.title
ORDER BY min(b.ctid);
