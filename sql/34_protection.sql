-- Protection -----------------------------------------------------------------------
--
-- What a value that is protected is still worth of one in clear.  Most factors are
-- judgement, and each row says its reason.  What is shipped is marked builtin: such
-- rows are not dumped, and an upgrade sets them back; add rows of your own.

CREATE TABLE breachvalue.protection (
	name text COLLATE pg_catalog."C" PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_]{0,62}$'),
	factor numeric NOT NULL CHECK (factor BETWEEN 0 AND 1 AND factor = round(factor, 9)),
	reason text NOT NULL,
	enumerable_factor numeric
		CHECK (enumerable_factor BETWEEN 0 AND 1 AND enumerable_factor = round(enumerable_factor, 9)),
	enumerable_reason text,
	builtin boolean NOT NULL DEFAULT false,
	CHECK ((enumerable_factor IS NULL) = (enumerable_reason IS NULL))
);
COMMENT ON TABLE breachvalue.protection IS
'kinds of protection that a label can name, and what is left of the price of a value';
COMMENT ON COLUMN breachvalue.protection.name IS 'name for the option "protected" of a label';
COMMENT ON COLUMN breachvalue.protection.factor IS 'what a protected value is worth of one in clear, 0 to 1';
COMMENT ON COLUMN breachvalue.protection.reason IS 'why that much';
COMMENT ON COLUMN breachvalue.protection.enumerable_factor IS
'the same where the class has so few values (10^15 at most) that all can be tried; null: no difference';
COMMENT ON COLUMN breachvalue.protection.enumerable_reason IS 'why that much';
COMMENT ON COLUMN breachvalue.protection.builtin IS 'shipped with the extension: not dumped, set back by an upgrade';

GRANT SELECT ON breachvalue.protection TO PUBLIC;
GRANT INSERT, UPDATE, DELETE ON breachvalue.protection TO @extowner@;
SELECT pg_catalog.pg_extension_config_dump('breachvalue.protection', 'WHERE NOT builtin');

CREATE TRIGGER forget_definitions AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON breachvalue.protection
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_definitions();
ALTER TABLE breachvalue.protection ENABLE ALWAYS TRIGGER forget_definitions;
CREATE TRIGGER forget_row BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.protection
	FOR EACH ROW EXECUTE FUNCTION breachvalue.forget_definitions();
ALTER TABLE breachvalue.protection ENABLE ALWAYS TRIGGER forget_row;

INSERT INTO breachvalue.protection
	(name, factor, reason, enumerable_factor, enumerable_reason, builtin) VALUES
	('key_outside', 0.02, 'encrypted, and the key is kept outside the database: a thief of the database needs a second theft',
	 NULL, NULL, true),
	('key_inside', 1, 'encrypted, but the key, or a function that decrypts, is in the database too: it is stolen with the values',
	 NULL, NULL, true),
	('hmac', 0.02, 'keyed hash, and the key is kept outside the database: values cannot be tried without it',
	 NULL, NULL, true),
	('hash', 0.3, 'plain hash of a class with many values: those that are known from elsewhere, or can be guessed, are found by trying them',
	 1, 'plain hash of a class with so few values that all are tried within a day on one graphics card: salt or not, it hides nothing', true),
	('token', 0.02, 'random token: what it stands for is in another store',
	 NULL, NULL, true),
	('masked', 0.1, 'most of the value is blanked out for good: what is left confirms a guess',
	 NULL, NULL, true),
	('truncated', 0.3, 'cut short or rounded for good: what is left still tells something, and narrows down whom it is about',
	 NULL, NULL, true),
	('disk', 1, 'encryption of disks, files or backups: a server that runs decrypts for whoever asks it',
	 NULL, NULL, true);

CREATE FUNCTION breachvalue.protection_factor(class text, protection text) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_protection_factor'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.protection_factor(text, text) IS
'what a value of the class that is so protected is worth of one in clear, 0 to 1';

CREATE FUNCTION breachvalue.protection_reason(class text, protection text) RETURNS text
LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT CASE WHEN c.domain_size <= 1e15 AND p.enumerable_reason IS NOT NULL
			THEN format('%s; %s has about %s', p.enumerable_reason, c.class,
				ltrim(to_char(c.domain_size, '999,999,999,999,999,990')))
			WHEN p.enumerable_reason IS NOT NULL AND EXISTS (SELECT FROM breachvalue.user_class u
				WHERE u.number = c.number AND u.like_class IS NULL)
			THEN format('nobody knows how many values %s has, so as if they were few: %s', c.class, p.enumerable_reason)
			ELSE p.reason END
	FROM breachvalue.protection p, breachvalue.classes c
	WHERE c.class = $1 AND p.name = $2;
END;
COMMENT ON FUNCTION breachvalue.protection_reason(text, text) IS
'why a value of the class that is so protected is worth that much; null where there is no such class or protection';
