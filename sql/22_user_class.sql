-- Classes of users ---------------------------------------------------------------
--
-- The catalogue is in C; what users add to it is here.  Everybody may read, as
-- with prices; the owner of the extension makes classes, and whom he lets.

CREATE TABLE breachvalue.user_class (
	number integer PRIMARY KEY CHECK (number BETWEEN 256 AND 383),
	name text COLLATE pg_catalog."C" NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9_]{0,62}$'),
	like_class text COLLATE pg_catalog."C",
	category text NOT NULL,
	role text NOT NULL CHECK (role IN ('direct', 'attribute', 'link', 'carrier')),
	pattern text,
	validator text,
	owner text NOT NULL,
	column_names text[] NOT NULL DEFAULT '{}',
	dropped boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE breachvalue.user_class IS
'classes of personal data that users have made, written by create_class() and drop_class()';
COMMENT ON COLUMN breachvalue.user_class.number IS 'permanent, kept for the name when the class is dropped';
COMMENT ON COLUMN breachvalue.user_class.name IS 'name, as labels and functions take it';
COMMENT ON COLUMN breachvalue.user_class.like_class IS 'class of the catalogue that it is like in all that is not said here';
COMMENT ON COLUMN breachvalue.user_class.category IS 'what it has to do with';
COMMENT ON COLUMN breachvalue.user_class.role IS 'direct, attribute, link or carrier';
COMMENT ON COLUMN breachvalue.user_class.pattern IS 'regular expression that whole values match, or null';
COMMENT ON COLUMN breachvalue.user_class.validator IS 'signature of the function that accepts values, or null';
COMMENT ON COLUMN breachvalue.user_class.owner IS 'role that made the class, and as which its validator runs';
COMMENT ON COLUMN breachvalue.user_class.column_names IS 'what columns of the class are called';
COMMENT ON COLUMN breachvalue.user_class.dropped IS 'there is no such class any more';
GRANT SELECT ON breachvalue.user_class TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('breachvalue.user_class', '');

CREATE FUNCTION breachvalue.forget_definitions() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_forget_definitions'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.forget_definitions() IS
'trigger that makes every session read classes, protections, labels and prices again';

CREATE TRIGGER forget_definitions AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON breachvalue.user_class
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_definitions();
ALTER TABLE breachvalue.user_class ENABLE ALWAYS TRIGGER forget_definitions;
CREATE TRIGGER forget_row BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.user_class
	FOR EACH ROW EXECUTE FUNCTION breachvalue.forget_definitions();
ALTER TABLE breachvalue.user_class ENABLE ALWAYS TRIGGER forget_row;

-- Who restores a dump writes rows, which a class of somebody else's does not survive as such.
CREATE FUNCTION breachvalue.own_class() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_own_class'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.own_class() IS
'trigger that gives a class to whoever writes its row, unless he can act as its owner';
CREATE TRIGGER own_class BEFORE INSERT OR UPDATE ON breachvalue.user_class
	FOR EACH ROW EXECUTE FUNCTION breachvalue.own_class();
ALTER TABLE breachvalue.user_class ENABLE ALWAYS TRIGGER own_class;
GRANT INSERT ON breachvalue.user_class TO @extowner@;

CREATE FUNCTION breachvalue.create_class(name text, like_class text DEFAULT NULL,
	category text DEFAULT NULL, role text DEFAULT NULL, pattern text DEFAULT NULL,
	validator text DEFAULT NULL, column_names text[] DEFAULT '{}', price numeric DEFAULT NULL)
RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_create_class'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.create_class(text, text, text, text, text, text, text[], numeric) IS
'makes a class of personal data of your own, and returns its number; what is not given is as in the class that it is like. The validator, a function of text that returns boolean, runs as whoever makes the class; the price is for the list of the current model';
REVOKE ALL ON FUNCTION breachvalue.create_class(text, text, text, text, text, text, text[], numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION breachvalue.create_class(text, text, text, text, text, text, text[], numeric) TO @extowner@;

CREATE FUNCTION breachvalue.drop_class(name text) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_drop_class'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.drop_class(text) IS
'drops a class that a user has made, and its prices; labels that name it count for nothing from then on, and label_status() shows them';
REVOKE ALL ON FUNCTION breachvalue.drop_class(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION breachvalue.drop_class(text) TO @extowner@;
