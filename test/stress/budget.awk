# budget.awk: the statements of one client for test/stress/budget

function pick(n) { return int(rand() * n) }

function table(	t) {
	t = pick(5)
	return t == 0 ? "stress_plain" : t == 1 ? "stress_part" : t == 2 ? "stress_even" : t == 3 ? "stress_own" : "stress_pet"
}

# A query for rows of a table that differ in what they hold
function rows(t, count,	first) {
	first = pick(12)
	if (t == "stress_even")
		return sprintf("(client, born) SELECT %d, date '1990-01-01' FROM generate_series(1, %d) i", client, count)
	if (t == "stress_plain")
		return sprintf("(client, email, phone) SELECT %d, CASE WHEN i %% 3 > 0 THEN 'e' END, CASE WHEN i %% 4 = 0 THEN 'n/a' WHEN i %% 2 = 0 THEN 'p' END FROM generate_series(%d, %d) i", client, first, first + count)
	if (t == "stress_own")
		return sprintf("(client, side, email) SELECT %d, i %% 2, CASE WHEN i %% 5 > 0 THEN 'e' WHEN i %% 2 > 0 THEN ' ' END FROM generate_series(%d, %d) i", client, first, first + count)
	if (t == "stress_pet")
		return sprintf("(client, email, phone) SELECT %d, CASE WHEN i %% 3 > 0 THEN mail END, CASE WHEN i %% 4 > 0 THEN line END FROM generate_series(%d, %d) i LEFT JOIN (SELECT row_number() OVER () AS n, mail FROM stress_mail WHERE client = %d) m ON m.n = i LEFT JOIN (SELECT row_number() OVER () AS n, line FROM stress_line WHERE client = %d) l ON l.n = i", client, first, first + count, client, client)
	return sprintf("(client, email, phone, born) SELECT %d, CASE WHEN i %% 2 > 0 THEN 'e' END, CASE WHEN i %% 3 > 0 THEN 'p' END, CASE WHEN i %% 5 > 0 THEN date '1990-01-01' END FROM generate_series(%d, %d) i", client, first, first + count)
}

function some(t, count) {
	return sprintf("client = %d AND id IN (SELECT id FROM %s WHERE client = %d ORDER BY id LIMIT %d OFFSET %d)", client, t, client, count, pick(3))
}

# What an update says; the second kind changes nothing that is labelled
function change(t) {
	if (t == "stress_even")
		return "born = '1991-01-01'"
	if (t == "stress_own")
		return pick(2) ? "side = 1 - side" : pick(3) == 0 ? "note = 'n'" : pick(2) ? "email = NULL" : "email = 'x', side = 1"
	if (t == "stress_pet")
		return pick(2) ? "note = 'n'" : pick(2) ? "email = NULL" : "phone = NULL"
	return pick(2) ? "email = NULL" : "email = 'x', phone = 'q'"
}

function insert(t, count) { printf "INSERT INTO %s %s;\n", t, rows(t, count) }

# By COPY, by which rows hold all or nothing
function copy(t, count) {
	if (t == "stress_even")
		printf "\\copy stress_even (client, born) from program 'yes \"%d|1990-01-01\" | head -n %d' with (delimiter '|')\n", client, count
	else if (t == "stress_own")
		printf "\\copy stress_own (client, side, email) from program 'yes \"%d|%d|%s\" | head -n %d' with (delimiter '|')\n", client, pick(2), pick(2) ? "e" : " ", count
	else if (t == "stress_pet")
		insert(t, count)
	else
		printf "\\copy %s (client, email, phone) from program 'yes \"%d|e|%s\" | head -n %d' with (delimiter '|')\n", t, client, pick(2) ? "p" : "", count
}

# Rows that are there are changed, others are added
function upsert(count,	what) {
	what = pick(3)
	printf "INSERT INTO stress_plain (id, client, email, phone) SELECT coalesce(id, nextval('stress_id')), %d, 'u', NULL FROM generate_series(1, %d) i LEFT JOIN (SELECT row_number() OVER () AS n, id FROM stress_plain WHERE client = %d) p ON n = i + %d ON CONFLICT %s;\n", client, count, client, pick(20), \
		what == 0 ? "DO NOTHING" : what == 1 ? "(id) DO UPDATE SET email = NULL, phone = NULL" : "(id) DO UPDATE SET email = excluded.email, phone = 'c' WHERE stress_plain.id % 3 > 0"
}

function merge(t, count) {
	if (t == "stress_own")
		printf "MERGE INTO stress_own o USING (SELECT id, i FROM generate_series(1, %d) i LEFT JOIN (SELECT row_number() OVER () AS n, id FROM stress_own WHERE client = %d) p ON n = i + %d) s ON o.id = s.id AND o.client = %d WHEN MATCHED AND s.i %% 3 = 0 THEN DELETE WHEN MATCHED AND s.i %% 3 = 1 THEN UPDATE SET email = NULL WHEN MATCHED THEN UPDATE SET email = 'm', side = 1 - o.side WHEN NOT MATCHED THEN INSERT (client, side, email) VALUES (%d, s.i %% 2, 'm');\n", count, client, pick(20), client, client
	else
		printf "MERGE INTO stress_plain o USING (SELECT id, i FROM generate_series(1, %d) i LEFT JOIN (SELECT row_number() OVER () AS n, id FROM stress_plain WHERE client = %d) p ON n = i + %d) s ON o.id = s.id AND o.client = %d WHEN MATCHED AND s.i %% 3 = 0 THEN DELETE WHEN MATCHED AND s.i %% 3 = 1 THEN UPDATE SET email = NULL WHEN MATCHED THEN UPDATE SET phone = 'm' WHEN NOT MATCHED THEN INSERT (client, email) VALUES (%d, 'm');\n", count, client, pick(20), client, client
}

# Parts of one statement write to one table; the one that deletes has other rows than those that update
function parts(t) {
	if (pick(2))
		printf "WITH gone AS (DELETE FROM %s WHERE client = %d AND id IN (SELECT max(id) FROM %s WHERE client = %d) RETURNING id), changed AS (UPDATE %s SET %s WHERE %s AND id < (SELECT max(id) FROM %s WHERE client = %d) RETURNING id) INSERT INTO %s %s, (SELECT count(*) FROM gone) g;\n", t, client, t, client, t, change(t), some(t, 5), t, client, t, rows(t, pick(5) + 1)
	else
		printf "WITH one AS (UPDATE %s SET %s WHERE client = %d AND id %% 2 = 0 AND %s), two AS (UPDATE %s SET %s WHERE client = %d AND id %% 2 = 1 AND %s) INSERT INTO %s %s;\n", t, change(t), client, some(t, 7), t, change(t), client, some(t, 7), t, rows(t, pick(5) + 1)
}

# What foreign keys do about it
function referenced(	kind) {
	kind = pick(8)
	if (kind < 2)
		printf "INSERT INTO stress_mail SELECT %d || '@' || nextval('stress_id'), %d FROM generate_series(1, 4); INSERT INTO stress_line SELECT %d || '-' || nextval('stress_id'), %d FROM generate_series(1, 4);\n", client, client, client, client
	else if (kind < 4)
		printf "DELETE FROM stress_mail WHERE mail IN (SELECT mail FROM stress_mail WHERE client = %d ORDER BY mail LIMIT 2);\n", client
	else if (kind == 4)
		printf "UPDATE stress_mail SET mail = mail || 'x' WHERE mail IN (SELECT mail FROM stress_mail WHERE client = %d ORDER BY mail DESC LIMIT 2);\n", client
	else if (kind == 5)
		printf "DELETE FROM stress_line WHERE line IN (SELECT line FROM stress_line WHERE client = %d ORDER BY line LIMIT 2);\n", client
	else if (kind == 6)
		printf "WITH one AS (DELETE FROM stress_mail WHERE mail IN (SELECT mail FROM stress_mail WHERE client = %d ORDER BY mail LIMIT 2)), two AS (UPDATE stress_line SET line = line || 'y' WHERE line IN (SELECT line FROM stress_line WHERE client = %d ORDER BY line LIMIT 2)) UPDATE stress_pet SET note = 'z' WHERE client = %d AND email IS NULL AND phone IS NULL;\n", client, client, client
	else
		printf "WITH two AS (UPDATE stress_line SET line = line || 'y' WHERE line IN (SELECT line FROM stress_line WHERE client = %d ORDER BY line LIMIT 2)), one AS (DELETE FROM stress_mail WHERE mail IN (SELECT mail FROM stress_mail WHERE client = %d ORDER BY mail LIMIT 2)) SELECT;\n", client, client
}

function statement(	t, kind) {
	t = table()
	kind = pick(20)
	if (kind < 7)
		insert(t, pick(20) + 1)
	else if (kind < 8)
		copy(t, pick(20) + 1)
	else if (kind < 12)
		printf "DELETE FROM %s WHERE %s;\n", t, some(t, pick(25) + 1)
	else if (kind < 15)
		printf "UPDATE %s SET %s WHERE %s;\n", t, change(t), some(t, 9)
	else if (kind < 16)
		upsert(pick(9) + 1)
	else if (kind < 17) {
		if (version >= 150000)
			merge(t, pick(9) + 1)
	} else if (kind < 18)
		parts(t)
	else if (kind < 19)
		referenced()
	else if (pick(3) == 0)
		printf "TRUNCATE stress_own_%d_%d;\n", client, pick(2)
	else
		printf "DO 'BEGIN INSERT INTO stress_own (client, side, email) SELECT %d, 0, ''f'' FROM generate_series(1, %d); INSERT INTO stress_even (client, born) SELECT %d, ''1990-01-01'' FROM generate_series(1, %d); IF random() < .3 THEN RAISE check_violation; END IF; EXCEPTION WHEN check_violation THEN NULL; END';\n", client, pick(30), client, pick(30)
}

# Without triggers but those of replicas, as a subscription applies: no foreign keys either
function applied(	t) {
	t = pick(3) == 0 ? "stress_part" : pick(2) ? "stress_own" : "stress_even"
	print "SET LOCAL session_replication_role = replica;"
	insert(t, pick(9) + 1)
	printf "UPDATE %s SET %s WHERE %s;\n", t, change(t), some(t, 9)
	printf "DELETE FROM %s WHERE %s;\n", t, some(t, pick(9) + 1)
	print "SET LOCAL session_replication_role = origin;"
}

BEGIN {
	srand(seed)
	levels[0] = levels[1] = levels[2] = "READ COMMITTED"
	levels[3] = levels[4] = "REPEATABLE READ"
	levels[5] = "SERIALIZABLE"
	for (transaction = 0; transaction < 12; transaction++) {
		printf "BEGIN ISOLATION LEVEL %s;\n", levels[pick(6)]
		count = pick(4) + 1
		for (i = 0; i < count; i++) {
			if (pick(4) == 0) {
				print "SAVEPOINT s;"
				statement()
				if (pick(2))
					statement()
				print (pick(2) ? "ROLLBACK TO s;" : "RELEASE s;")
			}
			if (pick(12) == 0)
				applied()
			else
				statement()
		}
		end = pick(20)
		if (end < 3)
			print "ROLLBACK;"
		else if (end < 6) {
			gid = sprintf("stress_%d_%d_%d", client, seed, transaction)
			printf "PREPARE TRANSACTION '%s';\n", gid

			# one that is left would have the rows that this client goes for next
			if (transaction < 11 || pick(3) == 0)
				printf "%s PREPARED '%s';\n", pick(2) ? "COMMIT" : "ROLLBACK", gid
		} else
			print "COMMIT;"
	}
}
