# budget.awk: the statements of one client for test/stress/budget

function pick(n) { return int(rand() * n) }

function table(	t) {
	t = pick(3)
	return t == 0 ? "stress_plain" : t == 1 ? "stress_part" : "stress_even"
}

function insert(t, rows) {
	if (t == "stress_even")
		printf "INSERT INTO stress_even (client, born) SELECT %d, '1990-01-01' FROM generate_series(1, %d);\n", client, rows
	else if (t == "stress_plain")
		printf "INSERT INTO stress_plain (client, email, phone) SELECT %d, CASE WHEN i %% 3 > 0 THEN 'e' END, CASE WHEN i %% 4 = 0 THEN 'n/a' WHEN i %% 2 = 0 THEN 'p' END FROM generate_series(%d, %d) i;\n", client, pick(12), pick(12) + rows
	else
		printf "INSERT INTO stress_part (client, email, phone, born) SELECT %d, CASE WHEN i %% 2 > 0 THEN 'e' END, CASE WHEN i %% 3 > 0 THEN 'p' END, CASE WHEN i %% 5 > 0 THEN date '1990-01-01' END FROM generate_series(%d, %d) i;\n", client, pick(12), pick(12) + rows
}

function some(t, rows) {
	return sprintf("id IN (SELECT id FROM %s WHERE client = %d ORDER BY id LIMIT %d)", t, client, rows)
}

function statement(	t, kind) {
	t = table()
	kind = pick(10)
	if (kind < 5)
		insert(t, pick(20) + 1)
	else if (kind < 8)
		printf "DELETE FROM %s WHERE client = %d AND %s;\n", t, client, some(t, pick(25) + 1)
	else if (t == "stress_even")
		printf "UPDATE stress_even SET born = '1991-01-01' WHERE client = %d AND %s;\n", client, some(t, 5)
	else if (pick(2))
		printf "UPDATE %s SET email = NULL WHERE client = %d AND %s;\n", t, client, some(t, 9)
	else
		printf "UPDATE %s SET email = 'x', phone = 'q' WHERE client = %d AND %s;\n", t, client, some(t, 9)
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
