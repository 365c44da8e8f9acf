-- Ratios of running times, measured in turn in one session: medians over rounds.
-- Absolute times depend on the machine and on what else it does; ratios do much less.

CREATE SCHEMA bench;

CREATE TABLE bench.timing (title text, candidate boolean, round integer, seconds double precision);

CREATE FUNCTION bench.seconds(query text) RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE started timestamptz := clock_timestamp();
BEGIN
	EXECUTE query;
	RETURN extract(epoch FROM clock_timestamp() - started);
END $$;

-- Runs both queries once unmeasured, then in turn; every other round the other way about.
CREATE PROCEDURE bench.compare(title text, baseline text, candidate text, rounds integer DEFAULT 9)
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM bench.seconds(baseline), bench.seconds(candidate);
	FOR round IN 1 .. rounds LOOP
		IF round % 2 = 0 THEN
			INSERT INTO bench.timing VALUES (title, false, round, bench.seconds(baseline));
		END IF;
		INSERT INTO bench.timing VALUES (title, true, round, bench.seconds(candidate));
		IF round % 2 = 1 THEN
			INSERT INTO bench.timing VALUES (title, false, round, bench.seconds(baseline));
		END IF;
	END LOOP;
END $$;

CREATE VIEW bench.ratio AS
SELECT b.title, count(*) AS rounds,
	round((1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY b.seconds))::numeric, 1) AS baseline_ms,
	round((1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY c.seconds))::numeric, 1) AS candidate_ms,
	round((percentile_cont(0.5) WITHIN GROUP (ORDER BY c.seconds / b.seconds))::numeric, 2) AS ratio,
	round(min(c.seconds / b.seconds)::numeric, 2) AS lowest,
	round(max(c.seconds / b.seconds)::numeric, 2) AS highest
FROM bench.timing b JOIN bench.timing c USING (title, round)
WHERE NOT b.candidate AND c.candidate
GROUP BY b.title
ORDER BY min(b.ctid);
